package dev.csai.chat.knowledge.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.testing.MovableClock;
import dev.csai.shared.Ids;
import dev.csai.shared.TenantId;
import dev.csai.shared.blob.BlobKey;
import dev.csai.shared.blob.UploadGrant;
import dev.csai.shared.secret.Sealer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UploadTokensTests {

    private final MovableClock clock = new MovableClock();
    private final UploadTokens tokens = tokens((byte) 1);
    private final UploadGrant grant = new UploadGrant(new BlobKey(new TenantId(Ids.next()), Ids.next()), "text/plain",
            5,
            clock.instant().plus(Duration.ofHours(1)));

    @Test
    void give_back_what_was_granted() {
        assertThat(tokens.verify(tokens.sign(grant))).contains(grant);
    }

    @Test
    void expire_on_the_second() {
        String token = tokens.sign(grant);

        clock.forward(Duration.ofHours(1).minusSeconds(1));
        assertThat(tokens.verify(token)).contains(grant);
        clock.forward(Duration.ofSeconds(1));
        assertThat(tokens.verify(token)).isEmpty();
    }

    @Test
    void hold_for_the_key_they_were_signed_with() {
        assertThat(tokens((byte) 2).verify(tokens.sign(grant))).isEmpty();
    }

    @Test
    void hold_for_no_other_grant() {
        String token = tokens.sign(grant);
        String signature = token.substring(token.indexOf('.'));
        String text = new String(Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.'))),
                StandardCharsets.UTF_8);
        String larger = text.replace("\n5\n", "\n6\n");

        assertThat(larger).isNotEqualTo(text);
        assertThat(tokens.verify(Base64.getUrlEncoder().withoutPadding()
                .encodeToString(larger.getBytes(StandardCharsets.UTF_8)) + signature)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a.b", "!.?", "no dot at all", "YQ.YQ.YQ"})
    void are_nothing_else(String text) {
        assertThat(tokens.verify(text)).isEmpty();
    }

    private UploadTokens tokens(byte key) {
        byte[] secret = new byte[32];
        secret[0] = key;
        return new UploadTokens(new Sealer(Base64.getEncoder().encodeToString(secret)), clock);
    }
}
