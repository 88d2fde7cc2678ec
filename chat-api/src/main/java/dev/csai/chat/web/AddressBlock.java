package dev.csai.chat.web;

import java.net.InetAddress;

/**
 * The addresses whose first bits are those of one.
 *
 * @param bits how many
 */
record AddressBlock(InetAddress first, int bits) {

    AddressBlock {
        if (bits < 0 || bits > first.getAddress().length * Byte.SIZE) {
            throw new IllegalArgumentException(first.getHostAddress() + " has no first " + bits + " bits");
        }
    }

    /**
     * @param text in CIDR notation, or one address
     * @throws IllegalArgumentException if it is neither; no name is ever looked up
     */
    static AddressBlock parse(String text) {
        int slash = text.indexOf('/');
        InetAddress address = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
        return new AddressBlock(address, slash < 0
                ? address.getAddress().length * Byte.SIZE
                : Integer.parseInt(text.substring(slash + 1)));
    }

    boolean holds(InetAddress address) {
        byte[] mine = first.getAddress();
        byte[] other = address.getAddress();
        if (mine.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit += Byte.SIZE) {
            int rest = Math.max(0, Byte.SIZE - (bits - bit));
            if ((mine[bit / Byte.SIZE] ^ other[bit / Byte.SIZE]) >> rest != 0) {
                return false;
            }
        }
        return true;
    }
}
