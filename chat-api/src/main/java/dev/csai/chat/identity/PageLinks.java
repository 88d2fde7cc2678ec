package dev.csai.chat.identity;

import dev.csai.shared.TenantId;
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

    private final String root;
    private final String console;

    PageLinks(PublicAddress address) {
        this.root = address.publicUrl().toString().replaceFirst("/+$", "");
        this.console = root + "/console/";
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

    /** Where the tenant's identity provider sends people back to. */
    public URI callback(TenantId tenant) {
        return URI.create(root + "/v1/auth/oidc/callback/" + tenant);
    }

    /** What a page of a tenant loads. */
    public URI widgetScript() {
        return URI.create(root + "/widget.js");
    }

    URI magicLink(String token) {
        return URI.create(console + "magic-link#token=" + token);
    }
}
