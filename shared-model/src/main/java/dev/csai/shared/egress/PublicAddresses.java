package dev.csai.shared.egress;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/** The addresses that are everybody's, by IANA's registries of special-purpose addresses. */
final class PublicAddresses {

    private static final List<Block> NOT_PUBLIC_4 = blocks(
            // This network, private, carrier-grade NAT, loopback, link-local (metadata services among them), private.
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
            // Protocol assignments, documentation, 6to4 relays, private, benchmarks, documentation.
            "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24",
            "203.0.113.0/24",
            // Azure's own services for a machine, on an address that looks public.
            "168.63.129.16/32",
            // Multicast, reserved, broadcast.
            "224.0.0.0/4", "240.0.0.0/4");

    /** All that is not in here is loopback, unspecified, mapped, NAT64, private, link-local, multicast or unassigned. */
    private static final Block GLOBAL_6 = Block.of("2000::/3");

    private static final List<Block> NOT_PUBLIC_6 = blocks(
            // Protocol assignments (Teredo among them), documentation, 6to4, documentation.
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    private record Block(InetAddress address, int prefix) {

        static Block of(String text) {
            int slash = text.indexOf('/');
            return new Block(InetAddress.ofLiteral(text.substring(0, slash)),
                    Integer.parseInt(text.substring(slash + 1)));
        }

        boolean covers(byte[] other) {
            byte[] first = address.getAddress();
            int whole = prefix / Byte.SIZE;
            for (int i = 0; i < whole; i++) {
                if (first[i] != other[i]) {
                    return false;
                }
            }
            int rest = prefix % Byte.SIZE;
            return rest == 0 || (first[whole] ^ other[whole]) >> (Byte.SIZE - rest) == 0;
        }
    }

    private PublicAddresses() {}

    static boolean contain(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address
                ? NOT_PUBLIC_4.stream().noneMatch(block -> block.covers(bytes))
                : GLOBAL_6.covers(bytes) && NOT_PUBLIC_6.stream().noneMatch(block -> block.covers(bytes));
    }

    private static List<Block> blocks(String... texts) {
        return Stream.of(texts).map(Block::of).toList();
    }
}
