package dev.csai.chat.egress;

import dev.csai.shared.egress.EgressSettings;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import io.netty.resolver.dns.DnsServerAddressStreamProvider;
import io.netty.resolver.dns.DnsServerAddressStreamProviders;
import io.netty.resolver.dns.SequentialDnsServerAddressStreamProvider;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.stereotype.Component;
import reactor.netty.resources.LoopResources;

/** How names are looked up: without blocking, exactly as they are written, at the name servers that are configured. */
@Component
class NameServers {

    private static final int DNS = 53;
    private static final long MILLIS_PER_QUERY = 2000;
    private static final int QUERIES_PER_NAME = 8;

    private final LoopResources loops;
    private final Duration timeLimit;
    private final DnsServerAddressStreamProvider servers;

    NameServers(ReactorResourceFactory resources, EgressSettings settings) {
        this.loops = resources.getLoopResources();
        this.timeLimit = settings.timeLimit();
        this.servers = settings.nameServers().isEmpty()
                ? DnsServerAddressStreamProviders.platformDefault()
                : new SequentialDnsServerAddressStreamProvider(
                        settings.nameServers().stream().map(NameServers::address).toList());
    }

    /** Of a look-up, as of everything that is done outside. */
    Duration timeLimit() {
        return timeLimit;
    }

    LoopResources loops() {
        return loops;
    }

    EventLoopGroup group() {
        return loops.onClient(LoopResources.DEFAULT_NATIVE);
    }

    DnsNameResolverBuilder lookUps() {
        return new DnsNameResolverBuilder()
                .datagramChannelType(loops.onChannelClass(DatagramChannel.class, group()))
                // For answers that are too long for a datagram.
                .socketChannelType(loops.onChannelClass(SocketChannel.class, group()))
                .nameServerProvider(servers)
                .queryTimeoutMillis(MILLIS_PER_QUERY)
                .maxQueriesPerResolve(QUERIES_PER_NAME)
                // A name of the outside must not be completed to one of our own network.
                .searchDomains(List.of());
    }

    private static InetSocketAddress address(String text) {
        int colon = text.lastIndexOf(':');
        boolean hasPort = colon > 0 && (text.indexOf(':') == colon || text.charAt(colon - 1) == ']');
        String host = (hasPort ? text.substring(0, colon) : text).replaceAll("[\\[\\]]", "");
        return new InetSocketAddress(InetAddress.ofLiteral(host),
                hasPort ? Integer.parseInt(text.substring(colon + 1)) : DNS);
    }
}
