package dev.csai.simulators.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The example of RFC 7636, appendix B, goes through; what deviates from it does not. */
class OidcSimulatorTests {

    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final OidcSimulator simulator;
    private final OidcProvider provider;
    private final HttpClient http = HttpClient.newHttpClient();

    OidcSimulatorTests() throws IOException {
        simulator = OidcSimulator.start(0, InstantSource.fixed(NOW));
        provider = simulator.provider("acme");
        provider.signsIn("dana@acme.example", "Dana");
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void a_code_is_exchanged_once_for_a_signed_id_token() throws Exception {
        String code = code();
        HttpResponse<String> tokens = exchange(code, VERIFIER);

        assertThat(tokens.statusCode()).isEqualTo(200);
        String[] token = json(tokens).path("id_token").asString().split("\\.");
        JsonNode claims = JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(token[1]));
        assertThat(claims.path("iss").asString()).isEqualTo(provider.issuer().toString());
        assertThat(claims.path("aud").asString()).isEqualTo(provider.clientId());
        assertThat(claims.path("nonce").asString()).isEqualTo("n1");
        assertThat(claims.path("email").asString()).isEqualTo("dana@acme.example");
        assertThat(claims.path("iat").asLong()).isEqualTo(NOW.getEpochSecond());
        assertThat(isSigned(token)).isTrue();
        assertThat(exchange(code, VERIFIER).statusCode()).isEqualTo(400);
    }

    @Test
    void a_wrong_verifier_or_client_gets_nothing() throws Exception {
        assertThat(json(exchange(code(), "x".repeat(43))).path("error").asString()).isEqualTo("invalid_grant");
        provider.wantsSecretInForm(true);
        assertThat(exchange(code(), VERIFIER).statusCode()).isEqualTo(401);
    }

    private boolean isSigned(String[] token) throws Exception {
        JsonNode key = json(send(HttpRequest.newBuilder(URI.create(provider.issuer() + "/jwks")).build()))
                .at("/keys/0");
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(
                number(key.path("n").asString()), number(key.path("e").asString()))));
        signature.update((token[0] + "." + token[1]).getBytes(StandardCharsets.US_ASCII));
        return signature.verify(Base64.getUrlDecoder().decode(token[2]));
    }

    private static BigInteger number(String encoded) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(encoded));
    }

    private String code() throws Exception {
        String location = send(HttpRequest.newBuilder(URI.create(provider.issuer()
                + "/authorize?response_type=code&scope=openid&state=s1&nonce=n1&code_challenge_method=S256"
                + "&code_challenge=" + CHALLENGE + "&client_id=" + encoded(provider.clientId())
                + "&redirect_uri=https%3A%2F%2Fcsai.test%2Fback")).build())
                .headers().firstValue("Location").orElseThrow();
        assertThat(location).startsWith("https://csai.test/back?state=s1&code=");
        return location.replaceFirst(".*code=", "").replaceFirst("&.*", "");
    }

    private HttpResponse<String> exchange(String code, String verifier) throws Exception {
        String basic = encoded(provider.clientId()) + ":" + encoded(provider.clientSecret());
        return send(HttpRequest.newBuilder(URI.create(provider.issuer() + "/token"))
                .header("Authorization", "Basic "
                        + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.US_ASCII)))
                .POST(BodyPublishers.ofString("grant_type=authorization_code&code=" + code + "&code_verifier="
                        + verifier + "&redirect_uri=https%3A%2F%2Fcsai.test%2Fback"))
                .build());
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        return http.send(request, BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
