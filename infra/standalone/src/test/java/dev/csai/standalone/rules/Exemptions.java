package dev.csai.standalone.rules;

import java.util.List;

/** Every exemption there is, in one place, so that a new one is seen. */
final class Exemptions {

    private Exemptions() {}

    static List<Exempt> of(Rule rule) {
        return switch (rule) {
            case TIME_COMES_FROM_A_CLOCK -> List.of(
                    new Exempt("dev.csai.chat.identity.signing.AccessTokens",
                            "the JWT library takes java.util.Date, made of the clock's instant"));
            case CHAT_SPEAKS_NO_JDBC -> List.of(
                    new Exempt("dev.csai.chat.seed.DemoSeed", "runs before the app serves anything"),
                    new Exempt("dev.csai.chat.seed.TenantSeed", "runs before the app serves anything"));
            case NOBODY_CALLS_OUT -> List.of(
                    new Exempt("dev.csai.chat.identity.BreachedPasswords", "the operator names the list it asks"),
                    new Exempt("dev.csai.chat.egress.GuardedConnections",
                            "asks the guard of addresses at every connection"),
                    new Exempt("dev.csai.chat.egress.GuardedHttp", "calls over the guarded connections"),
                    new Exempt("dev.csai.chat.egress.GuardedPages", "reads over the guarded connections"),
                    new Exempt("dev.csai.chat.egress.NameServers", "asks the name servers of the installation"),
                    new Exempt("dev.csai.shared.blob.S3BlobStore", "the operator's own storage"),
                    new Exempt("dev.csai.shared.blob.S3Connection", "no tenant says where the storage is"),
                    new Exempt("dev.csai.standalone.DemoDocuments",
                            "uses the front door of its own process, on loopback"),
                    new Exempt("dev.csai.standalone.server.EmbeddedRedis", "asks the server it started, on loopback"),
                    new Exempt("dev.csai.standalone.server.Executables", "reads a resource of the class path"));
            case NOBODY_SLEEPS -> List.of(
                    new Exempt("dev.csai.ingest.work.Workers", "looks for what another process accepted, now and then"),
                    new Exempt("dev.csai.standalone.broker.BrokerSession", "backs off from a database that is away"),
                    new Exempt("dev.csai.standalone.DemoDocuments", "asks what has become of them as a person would"),
                    new Exempt("dev.csai.shared.outbox.OutboxRelay", "backs off from a broker that is away"),
                    new Exempt("dev.csai.standalone.server.Waiting", "a starting server tells nobody when it is up"));
            default -> List.of();
        };
    }
}
