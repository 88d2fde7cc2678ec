package dev.csai.chat.identity.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TotpTests {

    /** Of RFC 6238, appendix B. */
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** The RFC shows eight digits, of which six are the last six. */
    @ParameterizedTest
    @CsvSource({"59, 1, 94287082", "1111111109, 37037036, 07081804", "1111111111, 37037037, 14050471",
            "1234567890, 41152263, 89005924", "2000000000, 66666666, 69279037", "20000000000, 666666666, 65353130"})
    void makes_the_codes_of_the_rfc(long seconds, long step, String eightDigits) {
        assertThat(Totp.stepOf(SECRET, eightDigits.substring(2), Instant.ofEpochSecond(seconds))).hasValue(step);
    }

    /** The code of second 59 is that of the seconds 30 to 59. */
    @ParameterizedTest
    @CsvSource({"0, true", "29, true", "30, true", "59, true", "60, true", "89, true", "90, false", "120, false"})
    void a_code_is_good_for_its_step_and_one_before_and_after(long seconds, boolean good) {
        assertThat(Totp.stepOf(SECRET, "287082", Instant.ofEpochSecond(seconds)).isPresent()).isEqualTo(good);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "28708", "2870820", "94287082", "28708x", "٢٨٧٠٨٢", "28 7082"})
    void knows_a_code_by_its_form(String text) {
        assertThat(Totp.isCode("287082")).isTrue();
        assertThat(Totp.isCode(text)).isFalse();
    }

    @Test
    void writes_the_secret_as_authenticators_read_it() {
        assertThat(Totp.text(SECRET)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(Totp.uri(SECRET, "dana+work@example.com")).hasToString(
                "otpauth://totp/CSAI:dana%2Bwork%40example.com?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                        + "&issuer=CSAI&algorithm=SHA1&digits=6&period=30");
    }
}
