package dev.csai.chat.identity.oidc;

import dev.csai.chat.egress.CallFailed;
import dev.csai.chat.egress.GuardedHttp;
import dev.csai.chat.identity.PageLinks;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.json.JsonMapper;

/** From the code that a browser brought to the id token that the provider gives us for it. */
@Component
class CodeExchange {

    private static final JsonMapper LENIENT = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final GuardedHttp http;
    private final ClientSecrets secrets;
    private final PageLinks links;

    CodeExchange(GuardedHttp http, ClientSecrets secrets, PageLinks links) {
        this.http = http;
        this.secrets = secrets;
        this.links = links;
    }

    @JsonNaming(SnakeCaseStrategy.class)
    private record Tokens(@Nullable String idToken) {

        @Override
        public String toString() {
            return "Tokens[withheld]";
        }
    }

    /** The id token, not looked at yet; fails as refused when there is none. */
    Mono<String> idToken(Provider provider, ProviderMetadata metadata, Attempt attempt, String code) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("grant_type", "authorization_code");
        form.add("code", code);
        form.add("redirect_uri", links.callback(provider.tenant()).toString());
        form.add("code_verifier", attempt.verifier());
        String secret = secrets.open(provider.tenant(), provider.sealedSecret());
        if (!metadata.takesBasic()) {
            form.add("client_id", provider.clientId());
            form.add("client_secret", secret);
        }
        return http.post(metadata.tokenEndpoint(), form, metadata.takesBasic() ? basic(provider, secret) : null)
                .mapNotNull(body -> LENIENT.readValue(body, Tokens.class).idToken())
                .onErrorMap(failure -> failure instanceof CallFailed || failure instanceof JacksonException,
                        failure -> Refusals.notAccepted("no tokens for the code: " + failure))
                .switchIfEmpty(Mono.error(() -> Refusals.notAccepted("no id token among the tokens")));
    }

    /** RFC 6749, 2.3.1: both are encoded as in a form before they are joined. */
    private static String basic(Provider provider, String secret) {
        return "Basic " + HttpHeaders.encodeBasicAuth(encoded(provider.clientId()), encoded(secret),
                StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
