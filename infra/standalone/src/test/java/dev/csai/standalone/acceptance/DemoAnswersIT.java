package dev.csai.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What somebody who tries the demo asks first, answered from the demo's own documents. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoAnswersIT {

    private final Visitor visitor = platform().readyDemo().visitor();

    Platform platform() {
        return Platforms.standalone();
    }

    @Test
    void for_fridays_hours_are_those_of_friday() {
        assertThat(visitor.ask("What are your opening hours on Friday?").text())
                .startsWith("On Friday we are open from 11:00 to 15:30.").doesNotContain("Thursday", "Saturday");
        assertThat(visitor.ask("When are you open on Friday?").text())
                .startsWith("On Friday we are open from 11:00 to 15:30.").doesNotContain("Thursday", "Saturday");
    }

    @Test
    void for_fridays_hours_are_those_of_friday_in_hebrew() {
        assertThat(visitor.ask("מה שעות הפתיחה ביום שישי?").text())
                .startsWith("ביום שישי אנחנו פתוחים בין השעות 11:00 ל-15:30.").doesNotContain("חמישי", "שבת");
    }

    @Test
    void for_all_hours_are_those_of_every_day() {
        assertThat(visitor.ask("What are your opening hours?").text())
                .contains("From Sunday to Thursday", "On Friday we are open", "On Saturday we open");
    }
}
