package dev.csai.shared.egress;

import java.net.UnknownHostException;

/**
 * An address that must not be called. To a client that looks up names it is one that has no address. The message is for
 * our log: told to who chose the address, it would map our network for them.
 */
public final class AddressRefused extends UnknownHostException {

    AddressRefused(String reason) {
        super(reason);
    }
}
