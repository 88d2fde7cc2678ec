package dev.csai.chat.answer;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Utterances that ask for nothing: only those that are a greeting or thanks as a whole, so that no question is lost. */
enum SmallTalk {
    GREETING, THANKS, NONE;

    private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\p{N}' ]+");
    private static final int LONGEST = 60;

    private static final Set<String> GREETINGS = Set.of("hi", "hello", "hey", "hi there", "hello there", "hey there",
            "good morning", "good afternoon", "good evening", "good day", "greetings", "howdy", "how are you",
            "hi how are you", "hello how are you", "שלום", "היי", "הי", "אהלן", "שלום לכם", "שלום רב", "בוקר טוב",
            "צהריים טובים", "ערב טוב", "לילה טוב", "יום טוב", "מה שלומך", "מה נשמע", "היי מה נשמע", "שלום מה שלומך");

    private static final Set<String> THANKING = Set.of("thanks", "thank you", "thank you very much", "thanks a lot",
            "many thanks", "great thanks", "ok thanks", "okay thanks", "cheers", "thx", "bye", "goodbye", "תודה",
            "תודה רבה", "המון תודה", "אוקיי תודה", "מעולה תודה", "ביי", "להתראות");

    static SmallTalk of(String text) {
        if (text.length() > LONGEST) {
            return NONE;
        }
        String words = NOT_WORDS.matcher(text.toLowerCase(Locale.ROOT).replace('\u2019', '\'')).replaceAll(" ")
                .replaceAll(" +", " ").strip();
        if (GREETINGS.contains(words)) {
            return GREETING;
        }
        return THANKING.contains(words) ? THANKS : NONE;
    }
}
