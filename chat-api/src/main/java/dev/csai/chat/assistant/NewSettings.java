package dev.csai.chat.assistant;

import static dev.csai.chat.assistant.AssistantSettings.DEFAULTS;

import dev.csai.chat.assistant.AssistantSettings.Memory;
import dev.csai.chat.web.PlainText;
import dev.csai.shared.problem.ProblemException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Settings as they come, from a client or from a row that an older version has written; what is not said is the default. */
record NewSettings(@Nullable String model, @Nullable Double temperature, @Nullable Integer maxTokens,
        @Nullable Integer topK, @Nullable String instructions, @Nullable NewMemory memory, @Nullable String language,
        @Nullable Boolean tools, @Nullable Map<String, @Nullable String> fallback) {

    private static final String AT = "/settings/";
    private static final Pattern MODEL = Pattern.compile("[\\p{L}\\p{N}._:/@+-]+");
    private static final int MAX_MODEL = 200;
    private static final int MAX_INSTRUCTIONS = 20_000;
    private static final int MAX_FALLBACK = 500;
    private static final int MAX_LANGUAGE = 30;

    record NewMemory(@Nullable Integer messages, @Nullable Integer tokens) {}

    /** Without a check, which was made when they were written. */
    AssistantSettings known() {
        return new AssistantSettings(model, or(temperature, DEFAULTS.temperature()),
                or(maxTokens, DEFAULTS.maxTokens()), or(topK, DEFAULTS.topK()),
                or(instructions, DEFAULTS.instructions()), knownMemory(), or(language, DEFAULTS.language()),
                or(tools, DEFAULTS.tools()), knownFallback());
    }

    /** @param spoken the tenant's languages */
    AssistantSettings checked(List<String> spoken) {
        AssistantSettings wished = known();
        Memory wanted = wished.memory();
        return new AssistantSettings(checkedModel(), checkedTemperature(wished.temperature()),
                within(wished.maxTokens(), 16, 16_384, "maxTokens"), within(wished.topK(), 3, 10, "topK"),
                Objects.requireNonNull(PlainText.optional(wished.instructions(), AT + "instructions",
                        MAX_INSTRUCTIONS)),
                new Memory(within(wanted.messages(), 0, 50, "memory/messages"),
                        within(wanted.tokens(), 0, 8000, "memory/tokens")),
                checkedLanguage(wished.language(), spoken), wished.tools(), checkedFallback(wished.fallback(), spoken));
    }

    private Memory knownMemory() {
        return memory == null
                ? DEFAULTS.memory()
                : new Memory(or(memory.messages(), DEFAULTS.memory().messages()),
                        or(memory.tokens(), DEFAULTS.memory().tokens()));
    }

    private Map<String, String> knownFallback() {
        Map<String, String> known = new HashMap<>();
        if (fallback != null) {
            fallback.forEach((spoken, sentence) -> {
                if (sentence != null) {
                    known.put(spoken, sentence);
                }
            });
        }
        return known;
    }

    private @Nullable String checkedModel() {
        if (model == null) {
            return null;
        }
        String name = PlainText.required(model, AT + "model", MAX_MODEL);
        if (!MODEL.matcher(name).matches()) {
            throw ProblemException.invalid(AT + "model", "malformed", "A model is named as its provider spells it.");
        }
        return name;
    }

    private static double checkedTemperature(double wished) {
        if (!(wished >= 0 && wished <= 1)) {
            throw ProblemException.invalid(AT + "temperature", "out-of-range", "A temperature is from 0 to 1.");
        }
        return wished;
    }

    private static int within(int wished, int least, int most, String field) {
        if (wished < least || wished > most) {
            throw ProblemException.invalid(AT + field, "out-of-range",
                    "This field is from " + least + " to " + most + ".");
        }
        return wished;
    }

    private static String checkedLanguage(String wished, List<String> spoken) {
        String language = PlainText.required(wished, AT + "language", MAX_LANGUAGE);
        if (!language.equals(AssistantSettings.AUTO) && !spoken.contains(language)) {
            throw ProblemException.invalid(AT + "language", "not-allowed",
                    "A language is auto or one of the tenant's, written alike.");
        }
        return language;
    }

    private static Map<String, String> checkedFallback(Map<String, String> wished, List<String> spoken) {
        Map<String, String> checked = new HashMap<>();
        wished.forEach((language, sentence) -> {
            String at = AT + "fallback/" + language.replace("~", "~0").replace("/", "~1");
            if (!spoken.contains(language)) {
                throw ProblemException.invalid(at, "not-allowed", "A sentence is in one of the tenant's languages.");
            }
            checked.put(language, PlainText.required(sentence, at, MAX_FALLBACK));
        });
        return checked;
    }

    private static <T> T or(@Nullable T given, T instead) {
        return given == null ? instead : given;
    }
}
