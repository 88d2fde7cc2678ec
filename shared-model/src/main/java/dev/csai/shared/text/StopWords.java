package dev.csai.shared.text;

import java.util.Set;

/** Words that tell nothing about what a text is about. */
final class StopWords {

    private static final Set<String> INDEX = words("""
            a an and are as at be but by for if in into is it no not of on or such that the their then there these they
            this to was will with
            של על את הוא היא הם הן זה זו זאת אלה אלו עם או גם לא כי אם אל כל היה היתה הייתה היו ידי אשר אך רק יותר מן עד
            """);

    /** Question words and the verbs around them: in a passage they mean something, in a question they do not. */
    private static final Set<String> QUERY = words(
            """
                    what who whom whose which when where why how did do does were been has have had can could would should i me
                    my you your we our its he she his her many much from about than s so am please tell don't can't isn't doesn't didn't aren't
                    wasn't i'm it's what's who's where's how's there's
                    מה מי איפה מתי כמה איך האם אילו איזה איזו למה מדוע היכן כיצד מהו מהי מהם מיהו מיהי מיהם באיזה באיזו באילו
                    לאיזה לאיזו ממתי בין לפי לאחר אני אתם אתה לי לכם שלכם שלי יש אפשר
                    """);

    private StopWords() {}

    static boolean inIndex(String word) {
        return INDEX.contains(word);
    }

    static boolean inQuery(String word) {
        return INDEX.contains(word) || QUERY.contains(word);
    }

    private static Set<String> words(String list) {
        return Set.of(list.strip().split("\\s+"));
    }
}
