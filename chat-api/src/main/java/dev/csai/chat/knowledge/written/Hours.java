package dev.csai.chat.knowledge.written;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.csai.shared.problem.ProblemException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One time of one day at which the business is open; a day with a break has two.
 *
 * @param closed whether it is closed all of the day instead
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Hours(@Nullable String day, @Nullable String opens, @Nullable String closes, @Nullable Boolean closed) {

    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");

    /** In the order in which Hebrew counts them; the word is the one of the API. */
    enum Day {
        SUNDAY, MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param at pointer to this entry */
    Hours checked(String at) {
        if (Arrays.stream(Day.values()).noneMatch(known -> known.word().equals(day))) {
            throw ProblemException.invalid(at + "/day", "not-allowed", "A day is monday, tuesday and so on.");
        }
        checkTime(opens, at + "/opens");
        checkTime(closes, at + "/closes");
        return this;
    }

    private void checkTime(@Nullable String time, String at) {
        if (time == null ? !isClosed() : !TIME.matcher(time).matches()) {
            throw ProblemException.invalid(at, "malformed", "A time is written as 09:00.");
        }
    }

    boolean isClosed() {
        return Boolean.TRUE.equals(closed);
    }

    Day weekday() {
        return Day.valueOf(String.valueOf(day).toUpperCase(Locale.ROOT));
    }

    boolean isAllDay() {
        return opens != null && opens.equals(closes);
    }
}
