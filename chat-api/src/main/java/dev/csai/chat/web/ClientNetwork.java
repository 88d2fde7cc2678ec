package dev.csai.chat.web;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What requests are counted by that come from one client; behind trusted proxies it is the one they name. */
public final class ClientNetwork {

    /** Whoever has one IPv6 address has the whole /64 around it. */
    private static final int IPV6_PREFIX_BYTES = 8;

    private ClientNetwork() {}

    public static String of(@Nullable InetSocketAddress from) {
        InetAddress address = from == null ? null : from.getAddress();
        if (address == null) {
            return "unknown";
        }
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), IPV6_PREFIX_BYTES))
                : address.getHostAddress();
    }
}
