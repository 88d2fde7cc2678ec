package dev.csai.shared.egress;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param allowedHosts hosts, exactly ({@code n8n.internal}, or {@code localhost:5678} for one port), that may be called
 *        wherever they are and without encryption; only who runs the installation says so, never a tenant
 * @param allowedPageHosts the same for pages that are only read. They are apart, for whoever signs up may have any
 *        address of them asked, and is told what it answers
 * @param nameServers who is asked for names ({@code 10.0.0.2:53}); none are the machine's own
 * @param timeLimit of one call altogether
 */
@ConfigurationProperties("csai.egress")
public record EgressSettings(@DefaultValue Set<String> allowedHosts, @DefaultValue Set<String> allowedPageHosts,
        @DefaultValue List<String> nameServers, @DefaultValue("5s") Duration timeLimit) {

    public EgressSettings {
        allowedHosts = Set.copyOf(allowedHosts);
        allowedPageHosts = Set.copyOf(allowedPageHosts);
        nameServers = List.copyOf(nameServers);
    }
}
