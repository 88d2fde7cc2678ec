package dev.csai.chat.assistant;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How an assistant answers. Whoever has published nothing has the defaults.
 *
 * @param model as the provider spells it; null for the one that the platform is configured with
 * @param temperature 0 to 1
 * @param maxTokens of one answer
 * @param topK how many passages are retrieved for a question
 * @param instructions what a generative model is told besides the rules of the platform, which they never change
 * @param language the answer's, one of the tenant's; {@code auto} for that of the question
 * @param tools whether tools may be called
 * @param fallback the tenant's own sentence for abstaining, by language
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AssistantSettings(@Nullable String model, double temperature, int maxTokens, int topK,
        String instructions, Memory memory, String language, boolean tools, Map<String, String> fallback) {

    static final String AUTO = "auto";

    public static final AssistantSettings DEFAULTS = new AssistantSettings(null, 0.7, 2048, 5, "",
            new Memory(12, 1000), AUTO, true, Map.of());

    public AssistantSettings {
        fallback = Map.copyOf(fallback);
    }

    /**
     * What of a conversation is remembered for the next answer: the latest messages that fit both.
     *
     * @param messages the most
     * @param tokens of all of them together
     */
    public record Memory(int messages, int tokens) {}

    /** Empty when the answer is in the question's language. */
    public Optional<String> fixedLanguage() {
        return language.equals(AUTO) ? Optional.empty() : Optional.of(language);
    }

    /**
     * What the tenant has the assistant say when it abstains, if there is something in this language.
     *
     * @param locale of whatever region
     */
    public Optional<String> abstaining(String locale) {
        return fallback.entrySet().stream()
                .filter(sentence -> primary(sentence.getKey()).equals(primary(locale)))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static String primary(String tag) {
        return Locale.forLanguageTag(tag).getLanguage();
    }
}
