package dev.csai.shared.egress;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What may be called when somebody else has chosen the address: https, at a public name whose every address is public.
 * A URL is looked at before the call and the resolved addresses when connecting, by the client's own resolver, so that a
 * name cannot mean another machine in between.
 */
public final class AddressPolicy {

    private static final int HTTPS = 443;
    private static final int HTTP = 80;
    private static final int FIRST_UNPRIVILEGED_PORT = 1024;
    private static final int LONGEST_NAME = 253;

    /** A domain name. What ends in digits is read as an address by some: {@code 127.1}, {@code 0x7f.1}. */
    private static final Pattern NAME = Pattern
            .compile("(?i)([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z][a-z0-9-]*[a-z0-9]");

    private final Set<String> allowedHosts;

    /** @param allowedHosts as {@link EgressSettings#allowedHosts()} or {@link EgressSettings#allowedPageHosts()} */
    public AddressPolicy(Set<String> allowedHosts) {
        this.allowedHosts = Set.copyOf(allowedHosts);
    }

    /**
     * Looks at how a URL is written.
     *
     * @throws AddressRefused if it must not be called, wherever it leads
     */
    public void check(URI url) throws AddressRefused {
        check(url, false);
    }

    /** As {@link #check(URI)}, but a page that is only read need not be encrypted: nothing secret is sent to it. */
    public void checkPage(URI url) throws AddressRefused {
        check(url, true);
    }

    private void check(URI url, boolean plainToo) throws AddressRefused {
        String host = url.getHost();
        if (host == null || url.getRawUserInfo() != null || url.getRawFragment() != null) {
            throw new AddressRefused("not the plain address of a host");
        }
        boolean https = "https".equalsIgnoreCase(url.getScheme());
        if (!https && !"http".equalsIgnoreCase(url.getScheme())) {
            throw new AddressRefused("neither https nor http");
        }
        int usual = https ? HTTPS : HTTP;
        int port = url.getPort() >= 0 ? url.getPort() : usual;
        if (isAllowed(host, port)) {
            return;
        }
        if ((!https && !plainToo) || (port != usual && port < FIRST_UNPRIVILEGED_PORT)) {
            throw new AddressRefused("not encrypted, or at a port of another service");
        }
        if (host.length() > LONGEST_NAME || !NAME.matcher(host).matches()) {
            throw new AddressRefused("not a public domain name");
        }
    }

    /**
     * Looks at where a name leads.
     *
     * @param resolved all that is known; one that is not public spoils the others
     * @throws AddressRefused if there is no address, or one that must not be connected to
     */
    public void check(String host, int port, List<InetAddress> resolved) throws AddressRefused {
        if (resolved.isEmpty()) {
            throw new AddressRefused(host + " has no address");
        }
        if (!isAllowed(host, port) && !resolved.stream().allMatch(PublicAddresses::contain)) {
            throw new AddressRefused(host + " leads to an address that is not public");
        }
    }

    private boolean isAllowed(String host, int port) {
        String name = host.toLowerCase(Locale.ROOT);
        return allowedHosts.contains(name) || allowedHosts.contains(name + ":" + port);
    }
}
