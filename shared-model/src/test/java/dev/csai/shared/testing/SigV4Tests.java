package dev.csai.shared.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SigV4Tests {

    /** From "Authenticating Requests: Using Query Parameters" of the S3 API reference. */
    @Test
    void signs_the_presigned_request_of_the_documentation() {
        var parts = new SigV4("20130524/us-east-1/s3/aws4_request", "20130524T000000Z", "host", "UNSIGNED-PAYLOAD");

        String signature = parts.sign("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "GET", "/test.txt",
                List.of("X-Amz-Algorithm=AWS4-HMAC-SHA256",
                        "X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request",
                        "X-Amz-Date=20130524T000000Z", "X-Amz-Expires=86400", "X-Amz-SignedHeaders=host"),
                header -> "examplebucket.s3.amazonaws.com");

        assertThat(signature).isEqualTo("aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404");
    }
}
