package dev.csai.chat.installation;

import dev.csai.chat.access.Origin;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One Content-Security-Policy, as far as the widget needs something (CSP Level 3). */
record ContentPolicy(Map<String, List<String>> directives) {

    ContentPolicy {
        directives = Map.copyOf(directives);
    }

    /** A header may hold several. */
    static Stream<ContentPolicy> parse(String header) {
        return Stream.of(header.split(",", -1)).map(ContentPolicy::one);
    }

    private static ContentPolicy one(String text) {
        Map<String, List<String>> directives = new HashMap<>();
        for (String directive : text.split(";", -1)) {
            String[] words = directive.strip().split("\\s+", -1);
            directives.putIfAbsent(words[0].toLowerCase(Locale.ROOT), List.of(words).subList(1, words.length));
        }
        return new ContentPolicy(directives);
    }

    boolean allowsScript(URI script, String nonce, Origin page) {
        List<String> sandbox = directives.get("sandbox");
        if (sandbox != null && !sandbox.contains("allow-scripts")) {
            return false;
        }
        return sources("script-src-elem", "script-src").map(sources -> {
            boolean hasNonce = !nonce.isEmpty() && sources.words().contains("'nonce-" + nonce + "'");
            boolean byHost = sources.words().stream().noneMatch("'strict-dynamic'"::equalsIgnoreCase);
            return hasNonce || (byHost && sources.match(script, page));
        }).orElse(true);
    }

    boolean allowsConnection(URI to, Origin page) {
        return sources("connect-src").map(sources -> sources.match(to, page)).orElse(true);
    }

    boolean allowsImage(URI image, Origin page) {
        return sources("img-src").map(sources -> sources.match(image, page)).orElse(true);
    }

    /** The first directive that is there; empty where nothing is said. */
    private Optional<SourceList> sources(String... names) {
        return Stream.concat(Stream.of(names), Stream.of("default-src")).map(directives::get)
                .filter(words -> words != null).findFirst().map(SourceList::new);
    }
}
