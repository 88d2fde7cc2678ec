package dev.csai.chat.knowledge.written;

import dev.csai.chat.knowledge.written.Hours.Day;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The phrases of which a profile's sentences are made. Those that take something have a {@code %s} for it.
 *
 * @param open takes the day and its times
 * @param closed takes the day
 * @param span takes two times
 * @param days as they stand in a sentence
 */
record ProfileLanguage(String tag, String title, String hours, String contact, String shipping, String returns,
        String open, String closed, String span, String and, String allDay, String address, String phone, String email,
        Map<Day, String> days) {

    static final ProfileLanguage ENGLISH = new ProfileLanguage("en", "Business profile", "Opening hours", "Contact",
            "Shipping", "Returns", "%s we are open %s.", "%s we are closed.", "from %s to %s", " and ",
            "around the clock", "Our address is %s.", "Our phone number is %s.", "Our e-mail address is %s.",
            Map.of(Day.SUNDAY, "On Sunday", Day.MONDAY, "On Monday", Day.TUESDAY, "On Tuesday",
                    Day.WEDNESDAY, "On Wednesday", Day.THURSDAY, "On Thursday", Day.FRIDAY, "On Friday",
                    Day.SATURDAY, "On Saturday"));

    static final ProfileLanguage HEBREW = new ProfileLanguage("he", "פרטי העסק", "שעות פתיחה", "יצירת קשר", "משלוחים",
            "החזרות", "%s אנחנו פתוחים %s.", "%s אנחנו סגורים.", "משעה %s עד %s", " ו", "מסביב לשעון",
            "הכתובת שלנו היא %s.", "מספר הטלפון שלנו הוא %s.", "כתובת הדואר האלקטרוני שלנו היא %s.",
            Map.of(Day.SUNDAY, "ביום ראשון", Day.MONDAY, "ביום שני", Day.TUESDAY, "ביום שלישי",
                    Day.WEDNESDAY, "ביום רביעי", Day.THURSDAY, "ביום חמישי", Day.FRIDAY, "ביום שישי",
                    Day.SATURDAY, "בשבת"));

    ProfileLanguage {
        days = Map.copyOf(days);
    }

    static boolean isTag(String tag) {
        return ENGLISH.tag.equals(tag) || HEBREW.tag.equals(tag);
    }

    static ProfileLanguage of(@Nullable String tag) {
        return HEBREW.tag.equals(tag) ? HEBREW : ENGLISH;
    }

    String day(Day day) {
        return days.getOrDefault(day, "");
    }
}
