package dev.csai.chat.web;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;

/**
 * Where a request came from when proxies stood in between. Each proxy adds to {@code X-Forwarded-For} or
 * {@code Forwarded} (RFC 7239) whom it was asked by; only what a trusted one added is believed, so the hops are followed
 * from the nearest until one that is not trusted, and whatever stands before that may be made up.
 */
final class ForwardedFor {

    private static final String X_FORWARDED_FOR = "X-Forwarded-For";
    private static final String FORWARDED = "Forwarded";
    private static final String FOR = "for=";

    private final List<AddressBlock> trusted;

    ForwardedFor(List<AddressBlock> trusted) {
        this.trusted = List.copyOf(trusted);
    }

    boolean trusts(InetAddress address) {
        return trusted.stream().anyMatch(block -> block.holds(address));
    }

    /** The peer itself if it is not trusted, says nothing, or the two headers tell different stories. */
    InetAddress client(InetAddress peer, HttpHeaders headers) {
        List<InetAddress> clients = Stream.of(elements(headers, X_FORWARDED_FOR),
                elements(headers, FORWARDED).stream().map(ForwardedFor::forParameter).toList())
                .filter(hops -> !hops.isEmpty())
                .map(hops -> client(peer, hops))
                .distinct()
                .toList();
        return clients.size() == 1 ? clients.getFirst() : peer;
    }

    /** @param hops the nearest last */
    private InetAddress client(InetAddress peer, List<String> hops) {
        InetAddress nearest = peer;
        for (String hop : hops.reversed()) {
            Optional<InetAddress> before = trusts(nearest) ? address(hop) : Optional.empty();
            if (before.isEmpty()) {
                return nearest;
            }
            nearest = before.get();
        }
        return nearest;
    }

    /** However often the header comes, in the order of the hops. */
    private static List<String> elements(HttpHeaders headers, String name) {
        return headers.getOrEmpty(name).stream().flatMap(line -> Arrays.stream(line.split(","))).map(String::strip)
                .toList();
    }

    private static String forParameter(String element) {
        return Arrays.stream(element.split(";")).map(String::strip)
                .filter(parameter -> parameter.regionMatches(true, 0, FOR, 0, FOR.length()))
                .map(parameter -> parameter.substring(FOR.length()))
                .findFirst().orElse("");
    }

    /** Empty for {@code unknown} and for names that hide an address. */
    private static Optional<InetAddress> address(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(withoutPort(text.replace("\"", ""))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String withoutPort(String address) {
        if (address.startsWith("[")) {
            return address.substring(1, Math.max(1, address.indexOf(']')));
        }
        int colon = address.indexOf(':');
        return colon >= 0 && colon == address.lastIndexOf(':') ? address.substring(0, colon) : address;
    }
}
