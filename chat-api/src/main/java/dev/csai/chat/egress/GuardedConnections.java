package dev.csai.chat.egress;

import dev.csai.shared.egress.AddressPolicy;
import io.netty.channel.ChannelOption;
import io.netty.resolver.dns.DnsAddressResolverGroup;
import java.time.Duration;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** Connections to addresses that one policy lets through. */
final class GuardedConnections implements AutoCloseable {

    private static final int PER_HOST = 16;
    private static final int WAITING_PER_HOST = 64;
    private static final Duration IDLE = Duration.ofSeconds(10);
    private static final Duration FORGOTTEN = Duration.ofMinutes(1);

    private final ConnectionProvider connections;
    private final GuardedAddresses addresses;
    private final ReactorClientHttpConnector connector;

    GuardedConnections(String name, AddressPolicy policy, NameServers servers) {
        this.addresses = new GuardedAddresses(new DnsAddressResolverGroup(servers.lookUps()), policy);
        this.connections = ConnectionProvider.builder(name)
                .maxConnections(PER_HOST)
                .pendingAcquireMaxCount(WAITING_PER_HOST)
                .pendingAcquireTimeout(servers.timeLimit())
                .maxIdleTime(IDLE)
                .evictInBackground(IDLE)
                .disposeInactivePoolsInBackground(FORGOTTEN, FORGOTTEN)
                .build();
        this.connector = new ReactorClientHttpConnector(HttpClient.create(connections)
                .runOn(servers.loops())
                .resolver(addresses)
                .noProxy()
                .followRedirect(false)
                .disableRetry(true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(servers.timeLimit().toMillis()))
                .responseTimeout(servers.timeLimit()));
    }

    ReactorClientHttpConnector connector() {
        return connector;
    }

    @Override
    public void close() {
        connections.dispose();
        addresses.close();
    }
}
