package dev.csai.chat.answer;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A model provider that speaks OpenAI's protocol: OpenAI itself, Ollama under {@code /v1}, or any compatible server.
 *
 * @param apiKey empty for a server that wants none; then no Authorization header is sent
 * @param name of the model that answers unless a tenant names another, as the provider spells it
 * @param firstWordWithin how long the provider may take to begin before the extractive assistant answers instead
 * @param timeout of a whole answer
 */
@ConfigurationProperties("csai.model")
record ModelSettings(@DefaultValue("https://api.openai.com/v1") URI baseUrl, @DefaultValue("") String apiKey,
        @DefaultValue("") String name, @DefaultValue("20s") Duration firstWordWithin,
        @DefaultValue("60s") Duration timeout) {

    ModelSettings {
        if (firstWordWithin.isNegative() || timeout.isNegative()) {
            throw new IllegalArgumentException("csai.model: times are positive");
        }
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "ModelSettings[" + name + " at " + baseUrl + "]";
    }
}
