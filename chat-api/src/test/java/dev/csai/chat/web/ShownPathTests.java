package dev.csai.chat.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class ShownPathTests {

    @ParameterizedTest
    @CsvSource({"/v1/auth/invitations/secret,              /v1/auth/invitations/{token}",
            "/v1/auth/invitations/secret/accept,           /v1/auth/invitations/{token}/accept",
            "/v1/auth/%69nvitations/secret/accept,         /v1/auth/invitations/{token}/accept",
            "/%761/uploads/secret,                         /v1/uploads/{token}",
            "/v1/uploads/secret?and=more,                  /v1/uploads/{token}",
            "/v1/uploads,                                  /v1/uploads",
            "/v1/members/0192f0c1-0000-7000-8000-000000000000, /v1/members/0192f0c1-0000-7000-8000-000000000000"})
    void is_without_what_opens_something_by_itself_however_it_is_spelled(String path, String shown) {
        assertThat(ShownPath.of(MockServerHttpRequest.method(HttpMethod.GET, URI.create(path)).build()))
                .isEqualTo(shown);
    }
}
