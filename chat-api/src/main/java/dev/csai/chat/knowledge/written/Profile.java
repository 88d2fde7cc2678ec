package dev.csai.chat.knowledge.written;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.csai.chat.knowledge.Kind;
import dev.csai.chat.web.PlainText;
import dev.csai.shared.knowledge.WrittenKnowledge;
import dev.csai.shared.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What every customer asks of a business. A tenant has one.
 *
 * @param language of what is typed, {@code en} or {@code he}; English if it is not given
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Profile(
        @Nullable List<@Nullable Hours> hours,
        @Nullable String address,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String shipping,
        @Nullable String returns,
        @Nullable List<@Nullable Remark> more,
        @Nullable String language) implements Content {

    private static final int MAX_HOURS = 28;
    private static final int MAX_MORE = 50;
    private static final int MAX_LINE = 500;
    private static final int MAX_LABEL = 100;
    private static final int MAX_TEXT = 5000;

    /** Anything else, under a label of its own. */
    record Remark(@Nullable String label, @Nullable String text) {}

    Profile checked() {
        var checked = new Profile(checkedHours(), PlainText.optional(address, "/address", MAX_LINE),
                PlainText.optional(phone, "/phone", MAX_LABEL), PlainText.optional(email, "/email", MAX_LINE),
                PlainText.optional(shipping, "/shipping", MAX_TEXT),
                PlainText.optional(returns, "/returns", MAX_TEXT), checkedMore(), checkedLanguage());
        if (checked.toKnowledge().passages().isEmpty()) {
            throw ProblemException.invalid("", "required", "Tell at least one thing about the business.");
        }
        return checked;
    }

    private @Nullable List<@Nullable Hours> checkedHours() {
        if (hours == null) {
            return null;
        }
        checkCount(hours.size(), MAX_HOURS, "/hours");
        List<@Nullable Hours> checked = new ArrayList<>();
        for (Hours entry : hours) {
            String at = "/hours/" + checked.size();
            checked.add(present(entry, at).checked(at));
        }
        Set<Hours.Day> closed = checked.stream().filter(entry -> entry != null && entry.isClosed())
                .map(entry -> present(entry, "/hours").weekday()).collect(Collectors.toSet());
        if (checked.stream().anyMatch(entry -> entry != null && !entry.isClosed()
                && closed.contains(entry.weekday()))) {
            throw ProblemException.invalid("/hours", "contradictory", "A day is open or closed, not both.");
        }
        return checked;
    }

    private @Nullable List<@Nullable Remark> checkedMore() {
        if (more == null) {
            return null;
        }
        checkCount(more.size(), MAX_MORE, "/more");
        List<@Nullable Remark> checked = new ArrayList<>();
        for (Remark remark : more) {
            String at = "/more/" + checked.size();
            Remark given = present(remark, at);
            checked.add(new Remark(PlainText.required(given.label(), at + "/label", MAX_LABEL),
                    PlainText.required(given.text(), at + "/text", MAX_TEXT)));
        }
        return checked;
    }

    private @Nullable String checkedLanguage() {
        if (language != null && !ProfileLanguage.isTag(language)) {
            throw ProblemException.invalid("/language", "not-allowed", "A profile's language is en or he.");
        }
        return language;
    }

    private static void checkCount(int count, int max, String at) {
        if (count > max) {
            throw ProblemException.invalid(at, "out-of-range", "There may be at most " + max + " of these.");
        }
    }

    private static <T> T present(@Nullable T entry, String at) {
        if (entry == null) {
            throw ProblemException.invalid(at, "required", "This field must not be empty.");
        }
        return entry;
    }

    @Override
    @JsonIgnore
    public Kind kind() {
        return Kind.PROFILE;
    }

    @Override
    public WrittenKnowledge toKnowledge() {
        return ProfileSentences.of(this);
    }
}
