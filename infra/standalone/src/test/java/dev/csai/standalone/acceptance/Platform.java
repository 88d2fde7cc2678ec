package dev.csai.standalone.acceptance;

import static org.awaitility.Awaitility.await;

import dev.csai.chat.access.Role;
import dev.csai.chat.seed.DemoSeed;
import dev.csai.chat.seed.NewTenant;
import dev.csai.chat.seed.TenantSeed;
import dev.csai.shared.Ids;
import dev.csai.shared.TenantId;
import dev.csai.shared.db.VectorForm;
import dev.csai.standalone.acceptance.Contract.DemoConfig;
import dev.csai.standalone.acceptance.Contract.LoginAnswer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The running product. Its database is looked into only for what no client can see, such as a row stored twice. */
abstract class Platform implements AutoCloseable {

    /** Of every log-in that a test makes. */
    static final String PASSWORD = "correct horse battery staple";

    private static final int REQUESTS_PER_MINUTE = 1_000_000;
    /** Longer than the window in which log-ins are counted. */
    private static final Duration LOGIN_PATIENCE = Duration.ofSeconds(90);

    private static final Duration INGESTION = Duration.ofMinutes(3);

    abstract URI base();

    /** As a super-user, whom no policy binds. */
    abstract DataSource database();

    /** How the database keeps vectors. */
    abstract VectorForm vectors();

    /** The plain text of everything that was mailed to the address, newest first. */
    abstract List<String> mailsTo(String email);

    /** Ends once and for all. */
    @Override
    public abstract void close();

    final Http http() {
        return new Http(base());
    }

    final JdbcClient sql() {
        return JdbcClient.create(database());
    }

    /** A tenant whose plan sets no limit that a suite would meet, with its owner logged in. */
    final Tenant newTenant(String name) {
        return newTenant(name, REQUESTS_PER_MINUTE);
    }

    final Tenant newTenant(String name, int requestsPerMinute) {
        TenantSeed seed = new TenantSeed(database(), Clock.systemUTC());
        TenantId id = new TenantId(Ids.next());
        seed.tenant(new NewTenant(id, name, List.of("en", "he"), Map.of("en", "Hello from " + name),
                requestsPerMinute));
        String email = newOwner(id, "Owner of " + name);
        return new Tenant(id, login(email), new Visitor(http(), seed.publishableKey(id, List.of())));
    }

    /** The e-mail of one more owner, who has not logged in yet. */
    final String newOwner(TenantId tenant, String name) {
        TenantSeed seed = new TenantSeed(database(), Clock.systemUTC());
        String email = "owner-" + UUID.randomUUID() + "@acceptance.csai.local";
        seed.member(tenant, seed.person(name, email, PASSWORD, false), Role.OWNER);
        return email;
    }

    /** The tenant of the demo as its owner sees it. */
    final Tenant demo() {
        String key = http().send(http().to("/demo/config.json").build()).as(200, DemoConfig.class).apiKey();
        return new Tenant(DemoSeed.TENANT, login(DemoSeed.OWNER_EMAIL), new Visitor(http(), key));
    }

    /** The same once all its documents are searchable. */
    Tenant readyDemo() {
        Tenant demo = demo();
        await("the demo's documents").atMost(INGESTION).pollInterval(Duration.ofSeconds(1))
                .until(() -> demo.owner().documents(), all -> !all.isEmpty()
                        && all.stream().allMatch(document -> document.status().equals("completed")));
        return demo;
    }

    /**
     * Takes a document's bytes out of the store.
     *
     * @return puts them back
     */
    abstract Runnable hideBytes(TenantId tenant, UUID document);

    /** Somebody who runs CSAI. */
    final Member operator() {
        return login(DemoSeed.OPERATOR_EMAIL);
    }

    final Member login(String email) {
        return new Member(http(), new LogIn(() -> accessToken(email)));
    }

    /** Waits when too many have logged in within the minute. */
    private String accessToken(String email) {
        Http http = http();
        HttpRequest request = http.to("/v1/auth/login").header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        Reply.JSON.writeValueAsString(Map.of("email", email, "password", PASSWORD))))
                .build();
        Reply reply = await("log-in of " + email).atMost(LOGIN_PATIENCE).pollInterval(Duration.ofSeconds(1))
                .until(() -> http.send(request), answer -> answer.status() != 429);
        return reply.as(200, LoginAnswer.class).accessToken();
    }
}
