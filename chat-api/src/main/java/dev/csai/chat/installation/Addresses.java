package dev.csai.chat.installation;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Addresses of the web as they stand in pages. */
final class Addresses {

    private Addresses() {}

    /** Empty for what leads to no host by http or https. */
    static Optional<URI> parse(String text) {
        try {
            URI address = new URI(text);
            boolean isWeb = "https".equalsIgnoreCase(address.getScheme())
                    || "http".equalsIgnoreCase(address.getScheme());
            return isWeb && address.getHost() != null ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
