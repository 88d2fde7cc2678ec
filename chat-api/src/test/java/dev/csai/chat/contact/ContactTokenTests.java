package dev.csai.chat.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.csai.chat.contact.Claimant.Verified;
import dev.csai.shared.problem.ProblemException;
import dev.csai.shared.problem.ProblemType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactTokenTests {

    private static final String SECRET = "a secret of at least thirty-two bytes";
    /** 1000 seconds after the epoch: the claims below are read by it. */
    private static final Instant NOW = Instant.ofEpochSecond(1000);

    @ParameterizedTest
    @ValueSource(strings = {"{'sub': '42', 'exp': 1001}", "{'sub': '42', 'exp': 87400}",
            "{'sub': '42', 'exp': 1001.5, 'nbf': 1060}",
            "{'sub': ' 42 ', 'exp': 2000, 'nbf': 1, 'iat': 1, 'aud': ['x']}"})
    void names_whom_the_tenants_server_names(String claims) {
        assertThat(holder(claims)).isEqualTo(new Verified("42", null, null));
    }

    @Test
    void may_tell_name_and_email() {
        assertThat(holder("{'sub': '42', 'exp': 2000, 'name': 'דנה', 'email': 'dana@example.com'}"))
                .isEqualTo(new Verified("42", "דנה", "dana@example.com"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'sub': '42'}", "{'sub': '42', 'exp': 1000}", "{'sub': '42', 'exp': 999}",
            "{'sub': '42', 'exp': 87401}", "{'sub': '42', 'exp': null}", "{'sub': '42', 'exp': '2000'}",
            "{'sub': '42', 'exp': 1e300}", "{'sub': '42', 'exp': 2000, 'nbf': 1061}",
            "{'sub': '42', 'exp': 2000, 'nbf': true}", "{'exp': 2000}", "{'sub': '', 'exp': 2000}",
            "{'sub': ' ', 'exp': 2000}", "{'sub': 42, 'exp': 2000}", "{'sub': ['42'], 'exp': 2000}",
            "{'sub': '4\\u00002', 'exp': 2000}", "{'sub': '42', 'exp': 2000, 'name': 7}", "[]", "'42'", "", "{"})
    void proves_nothing_without_a_subject_or_out_of_its_time(String claims) {
        assertThatThrownBy(() -> holder(claims)).isInstanceOfSatisfying(ProblemException.class,
                problem -> assertThat(problem.type()).isEqualTo(ProblemType.INVALID_CONTACT_TOKEN));
    }

    @Test
    void takes_no_subject_longer_than_an_external_id_may_be() {
        assertThat(holder("{'sub': '%s', 'exp': 2000}".formatted("x".repeat(320))).externalId()).hasSize(320);
        assertThatThrownBy(() -> holder("{'sub': '%s', 'exp': 2000}".formatted("x".repeat(321))))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void is_signed_with_one_secret_and_no_other() {
        ContactToken token = ContactToken.parse(SignedToken.hs256(SECRET, "{}"));

        assertThat(token.isSignedWith(SECRET.getBytes(StandardCharsets.UTF_8))).isTrue();
        assertThat(token.isSignedWith(new byte[32])).isFalse();
        assertThat(token).hasToString("ContactToken[withheld]");
    }

    @Test
    void whose_header_asks_for_more_than_is_understood_is_not_signed() {
        ContactToken token = ContactToken.parse(SignedToken.withHeader(
                "{\"alg\": \"HS256\", \"crit\": [\"must-understand\"], \"must-understand\": 1}", "HmacSHA256", SECRET,
                "{}"));

        assertThat(token.isSignedWith(SECRET.getBytes(StandardCharsets.UTF_8))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "..", "a.b.c", "e30.e30.e30", "{}", "eyJhbGciOiJIUzI1NiJ9.e30.",
            "eyJhbGciOjd9.e30.e30",
            "eyJhbGciOm51bGx9.e30.e30", "WzFd.e30.e30"})
    void is_nothing_that_merely_looks_like_a_token(String text) {
        assertInvalid(text);
    }

    @Test
    void is_signed_by_no_other_algorithm() {
        assertInvalid(SignedToken.unsigned("{}"));
        assertInvalid(SignedToken.signed("none", "HmacSHA256", SECRET, "{}"));
        assertInvalid(SignedToken.signed("HS512", "HmacSHA512", SECRET, "{}"));
        assertInvalid(SignedToken.signed("RS256", "HmacSHA256", SECRET, "{}"));
        assertInvalid(SignedToken.signed("hs256", "HmacSHA256", SECRET, "{}"));
    }

    private static void assertInvalid(String text) {
        assertThatThrownBy(() -> ContactToken.parse(text)).isInstanceOfSatisfying(ProblemException.class,
                problem -> assertThat(problem.type()).isEqualTo(ProblemType.INVALID_CONTACT_TOKEN));
    }

    private static Verified holder(String claims) {
        return ContactToken.parse(SignedToken.hs256(SECRET, claims.replace('\'', '"'))).holder(NOW);
    }
}
