package dev.csai.chat.knowledge.written;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.knowledge.written.Profile.Remark;
import dev.csai.shared.knowledge.WrittenKnowledge;
import dev.csai.shared.knowledge.WrittenKnowledge.Passage;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProfileSentencesTests {

    private static final List<Hours> HOURS = List.of(new Hours("monday", "09:00", "12:00", null),
            new Hours("monday", "14:00", "17:00", false), new Hours("tuesday", "00:00", "00:00", null),
            new Hours("saturday", null, null, true));

    @Test
    void tell_in_english_what_was_filled_in() {
        WrittenKnowledge knowledge = new Profile(List.copyOf(HOURS), "5 High Street.", "03-5551234",
                "info@shop.example", "Within two days.", null, List.of(new Remark("Parking", "In the yard.")), null)
                .checked().toKnowledge();

        assertThat(knowledge.title()).isEqualTo("Business profile");
        assertThat(knowledge.passages()).containsExactly(
                new Passage("Opening hours", """
                        On Monday we are open from 09:00 to 12:00 and from 14:00 to 17:00.
                        On Tuesday we are open around the clock.
                        On Saturday we are closed."""),
                new Passage("Contact", """
                        Our address is 5 High Street.
                        Our phone number is 03-5551234.
                        Our e-mail address is info@shop.example."""),
                new Passage("Shipping", "Within two days."),
                new Passage("Parking", "In the yard."));
    }

    @Test
    void tell_it_in_hebrew() {
        WrittenKnowledge knowledge = new Profile(List.copyOf(HOURS), null, "03-5551234", null, null, "בתוך 14 יום.",
                null, "he").checked().toKnowledge();

        assertThat(knowledge.title()).isEqualTo("פרטי העסק");
        assertThat(knowledge.passages()).containsExactly(
                new Passage("שעות פתיחה", """
                        ביום שני אנחנו פתוחים משעה 09:00 עד 12:00 ומשעה 14:00 עד 17:00.
                        ביום שלישי אנחנו פתוחים מסביב לשעון.
                        בשבת אנחנו סגורים."""),
                new Passage("יצירת קשר", "מספר הטלפון שלנו הוא 03-5551234."),
                new Passage("החזרות", "בתוך 14 יום."));
    }
}
