package dev.csai.chat.knowledge.written;

import dev.csai.chat.knowledge.written.Hours.Day;
import dev.csai.chat.knowledge.written.Profile.Remark;
import dev.csai.shared.knowledge.WrittenKnowledge;
import dev.csai.shared.knowledge.WrittenKnowledge.Passage;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A profile in whole sentences, each of which answers a question by itself: an assistant without a model can only
 * quote.
 */
final class ProfileSentences {

    private final Profile profile;
    private final ProfileLanguage in;
    private final List<Passage> passages = new ArrayList<>();

    private ProfileSentences(Profile profile) {
        this.profile = profile;
        this.in = ProfileLanguage.of(profile.language());
    }

    static WrittenKnowledge of(Profile profile) {
        var sentences = new ProfileSentences(profile);
        sentences.write();
        return new WrittenKnowledge(sentences.in.title(), false, sentences.passages);
    }

    private void write() {
        add(in.hours(), hours());
        add(in.contact(), Stream.of(filled(in.address(), profile.address()), filled(in.phone(), profile.phone()),
                filled(in.email(), profile.email())).filter(Objects::nonNull).collect(Collectors.joining("\n")));
        add(in.shipping(), profile.shipping());
        add(in.returns(), profile.returns());
        List<@Nullable Remark> more = profile.more() == null ? List.of() : profile.more();
        for (Remark remark : more) {
            if (remark != null) {
                add(String.valueOf(remark.label()), remark.text());
            }
        }
    }

    private void add(String heading, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            passages.add(new Passage(heading, text));
        }
    }

    /** One sentence a day, in the order of the week. */
    private String hours() {
        Map<Day, List<Hours>> byDay = new EnumMap<>(Day.class);
        List<@Nullable Hours> hours = profile.hours() == null ? List.of() : profile.hours();
        for (Hours entry : hours) {
            if (entry != null) {
                byDay.computeIfAbsent(entry.weekday(), day -> new ArrayList<>()).add(entry);
            }
        }
        return byDay.entrySet().stream().map(day -> sentence(day.getKey(), day.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private String sentence(Day day, List<Hours> entries) {
        if (entries.getFirst().isClosed()) {
            return in.closed().formatted(in.day(day));
        }
        return in.open().formatted(in.day(day), entries.stream()
                .map(entry -> entry.isAllDay() ? in.allDay() : in.span().formatted(entry.opens(), entry.closes()))
                .collect(Collectors.joining(in.and())));
    }

    private static @Nullable String filled(String sentence, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        String bare = value.replaceAll("\\s+", " ").replaceAll("\\.$", "");
        return sentence.formatted(bare);
    }
}
