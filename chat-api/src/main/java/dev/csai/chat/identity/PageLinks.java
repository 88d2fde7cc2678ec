package dev.csai.chat.identity;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.validation.annotation.Validated;

/**
 * Addresses of console pages, for mails. Their host is a setting and never that of a request, which whoever asks for
 * somebody else's link may choose. A token stands behind the {@code #}, which browsers send nowhere.
 */
@Component
public class PageLinks {

    /** @param publicUrl where people reach this installation, such as {@code https://chat.example.com} */
    @Validated
    @ConfigurationProperties("csai")
    record PublicAddress(@NotNull URI publicUrl) {}

    private final String console;

    PageLinks(PublicAddress address) {
        this.console = address.publicUrl().toString().replaceFirst("/+$", "") + "/console/";
    }

    URI forgottenPassword() {
        return URI.create(console + "forgot-password");
    }

    URI newPassword(String token) {
        return URI.create(console + "reset-password#token=" + token);
    }

    public URI invitation(String token) {
        return URI.create(console + "invitation#token=" + token);
    }

    URI magicLink(String token) {
        return URI.create(console + "magic-link#token=" + token);
    }
}
