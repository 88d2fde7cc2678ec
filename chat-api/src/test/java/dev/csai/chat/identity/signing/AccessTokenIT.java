package dev.csai.chat.identity.signing;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.csai.chat.access.Role;
import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.TestApp;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.Date;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccessTokenIT {

    private static final TestApp app = TestApp.shared();

    private String token = "";

    @BeforeEach
    void login() {
        String email = TestApp.newEmail();
        app.member(app.tenant(1000), Role.OWNER, email);
        token = app.token(email);
    }

    @Test
    void can_be_verified_by_anyone_with_the_published_key() throws ParseException {
        SignedJWT jwt = SignedJWT.parse(token);
        Answer published = app.get("/.well-known/jwks.json").send();
        JWKSet keys = JWKSet.parse(published.response().body());

        assertThat(keys.getKeys()).noneMatch(key -> key.isPrivate());
        assertThat(keys.getKeyByKeyId(jwt.getHeader().getKeyID())).isNotNull();
        assertThat(jwt.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.ES256);
        assertThat(jwt.getJWTClaimsSet().getClaims())
                .containsOnlyKeys("iss", "aud", "sub", "tenant", "member", "role", "jti", "iat", "exp");
        assertThat(published.header("Cache-Control")).contains("max-age=300, public");
    }

    @Test
    void is_accepted_as_issued() {
        assertThat(status(token)).isEqualTo("admitted");
    }

    @Test
    void is_refused_once_expired() {
        app.clock.forward(Duration.ofMinutes(15).plusSeconds(6));

        assertThat(status(token)).isEqualTo("unauthenticated");
    }

    @Test
    void is_refused_when_changed() {
        int dot = token.lastIndexOf('.');
        char last = token.charAt(dot - 1);
        String changed = token.substring(0, dot - 1) + (last == 'A' ? 'B' : 'A') + token.substring(dot);

        assertThat(status(changed)).isEqualTo("unauthenticated");
        assertThat(status(token.substring(0, dot + 1))).isEqualTo("unauthenticated");
        assertThat(status("nonsense")).isEqualTo("unauthenticated");
    }

    @Test
    void is_refused_without_a_signature() throws ParseException {
        assertThat(status(new PlainJWT(claims().build()).serialize())).isEqualTo("unauthenticated");
    }

    @Test
    void is_refused_when_signed_by_another_key_under_our_keys_name() throws JOSEException, ParseException {
        ECDSASigner stranger = new ECDSASigner(SigningKey.generate(app.clock.instant()).jwk());

        assertThat(status(signed(JWSAlgorithm.ES256, stranger, claims().build()))).isEqualTo("unauthenticated");
    }

    @Test
    void is_refused_when_the_public_key_was_used_as_a_shared_secret() throws JOSEException, ParseException {
        byte[] published = app.get("/.well-known/jwks.json").send().response().body().getBytes(StandardCharsets.UTF_8);

        assertThat(status(signed(JWSAlgorithm.HS256, new MACSigner(published), claims().build())))
                .isEqualTo("unauthenticated");
    }

    @Test
    void is_refused_from_another_issuer_for_another_audience_or_naming_nobody() throws JOSEException, ParseException {
        SigningKey ours = app.context().getBean(SigningKeys.class).current().blockOptional().orElseThrow();
        ECDSASigner signer = new ECDSASigner(ours.jwk());

        assertThat(status(signed(JWSAlgorithm.ES256, signer, claims().build()))).isEqualTo("admitted");
        assertThat(status(signed(JWSAlgorithm.ES256, signer, claims().issuer("https://evil.example").build())))
                .isEqualTo("unauthenticated");
        assertThat(status(signed(JWSAlgorithm.ES256, signer, claims().audience("another-api").build())))
                .isEqualTo("unauthenticated");
        assertThat(status(signed(JWSAlgorithm.ES256, signer, claims().expirationTime(null).build())))
                .isEqualTo("unauthenticated");
        assertThat(status(signed(JWSAlgorithm.ES256, signer, claims().claim("role", "visitor").build())))
                .isEqualTo("unauthenticated");
    }

    @Test
    void keeps_its_key_sealed_in_the_database() {
        app.sql("""
                do $$ begin
                  if exists (select from chat.signing_keys where public_jwk like '%"d"%' or private_sealed like '%kty%')
                  then raise exception 'a private key is readable'; end if;
                end $$""");
    }

    /** The claims of the token in hand, to be changed. */
    private JWTClaimsSet.Builder claims() throws ParseException {
        return new JWTClaimsSet.Builder(SignedJWT.parse(token).getJWTClaimsSet())
                .expirationTime(Date.from(app.clock.instant().plusSeconds(60)));
    }

    private String signed(JWSAlgorithm algorithm, JWSSigner signer, JWTClaimsSet claims)
            throws JOSEException, ParseException {
        String keyId = SignedJWT.parse(token).getHeader().getKeyID();
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(algorithm).type(JOSEObjectType.JWT).keyID(keyId).build(), claims);
        jwt.sign(signer);
        return jwt.serialize();
    }

    private static String status(String token) {
        Answer answer = app.get("/v1/tenant").token(token).send();
        return answer.status() == 401 ? answer.problem() : "admitted";
    }
}
