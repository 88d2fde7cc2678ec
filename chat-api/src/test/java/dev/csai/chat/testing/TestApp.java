package dev.csai.chat.testing;

import dev.csai.chat.ChatApi;
import dev.csai.chat.access.Caller.Member;
import dev.csai.chat.access.Role;
import dev.csai.chat.seed.NewTenant;
import dev.csai.chat.seed.TenantSeed;
import dev.csai.shared.Ids;
import dev.csai.shared.TenantId;
import dev.csai.shared.testing.Database;
import dev.csai.shared.testing.TestServices;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** chat-api on a port of its own, on real services, with a database that nobody else uses. */
public final class TestApp implements AutoCloseable {

    public static final String PASSWORD = "correct horse battery staple";

    /** Where what is uploaded lies. */
    public static final Path BLOBS = Path.of("target/blobs");

    /** The relay empties the outbox; tests that count what was told read this copy. */
    private static final String REMEMBER_OUTBOX = """
            create table if not exists public.told (tenant_id uuid, destination text, payload text);
            create or replace function public.remember() returns trigger language plpgsql security definer as $$
            begin
              insert into public.told values (new.tenant_id, new.destination, new.payload);
              return null;
            end $$;
            create or replace trigger remember after insert on chat.outbox for each row execute function public.remember()
            """;

    /** A hash names its own cost, so these are checked as quickly as they are made. */
    private static final PasswordEncoder QUICK = new Argon2PasswordEncoder(16, 32, 1, 64, 1);

    private static @Nullable TestApp shared;
    private static @Nullable TestApp strict;

    public final MovableClock clock;
    public final Database database;
    public final PGSimpleDataSource system;
    public final TenantSeed seed;

    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;

    private TestApp(Map<String, String> settings, MovableClock clock, Database database, Class<?>... additions) {
        this.clock = clock;
        this.database = database;
        this.system = systemDataSource(database);
        this.seed = new TenantSeed(system, clock, password -> Objects.requireNonNull(QUICK.encode(password)));
        Map<String, Object> properties = new HashMap<>(TestServices.properties(database));
        properties.put("spring.r2dbc.username", "csai_app");
        properties.put("spring.r2dbc.password", TestServices.APP_PASSWORD);
        properties.put("csai.system-r2dbc.url", database.r2dbcUrl());
        properties.put("csai.system-r2dbc.username", "csai_system");
        properties.put("csai.system-r2dbc.password", TestServices.SYSTEM_PASSWORD);
        properties.put("csai.system-datasource.url", database.jdbcUrl());
        properties.put("csai.system-datasource.username", "csai_system");
        properties.put("csai.system-datasource.password", TestServices.SYSTEM_PASSWORD);
        properties.put("csai.blobs.directory", BLOBS.toString());
        properties.put("csai.secrets.key", Base64.getEncoder().encodeToString(new byte[32]));
        properties.put("csai.public-url", "https://csai.test");
        properties.put("server.port", "0");
        // A busy machine must not make an exact count inexact.
        properties.put("csai.throttle.patience", "20s");
        properties.put("spring.data.redis.timeout", "20s");
        // All tests write from one address.
        properties.put("csai.throttle.messages-per-visitor", "100000");
        properties.put("csai.throttle.messages-per-network", "1000000");
        properties.putAll(settings);
        sql(REMEMBER_OUTBOX);
        context = ChatApi.application().sources(additions).initializers(withClock(clock)).run(arguments(properties));
        address = URI.create("http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** One for all tests of the JVM that can share it; attempts to log in, and entries of refusals, are not limited there. */
    public static synchronized TestApp shared() {
        TestApp running = shared;
        if (running == null) {
            running = start(generous());
            shared = running;
        }
        return running;
    }

    public URI address() {
        return address;
    }

    /** No limit of attempts is reached, and what lies outside is played by simulators. */
    public static Map<String, String> generous() {
        return Map.of("csai.identity.logins-per-minute", "100000",
                "csai.identity.mails-per-hour", "100000", "csai.audit.anonymous-per-minute", "100000",
                "csai.audit.all-anonymous-per-minute", "100000",
                "csai.identity.breached-passwords.url", LeakedPasswords.shared().url(),
                "csai.identity.breached-passwords.timeout", "20s",
                // Where simulators are, a host for tools alone, and a name server that knows what tests tell it.
                "csai.egress.allowed-hosts", "localhost,tools.internal",
                "csai.egress.allowed-page-hosts", "localhost",
                "csai.egress.name-servers", DnsStub.shared().address());
    }

    /**
     * One for all tests of limits: ten log-ins a minute, two mails an hour, one turn at once, two trials a minute and
     * three a day. Its minute is a fresh one.
     */
    public static synchronized TestApp strict() {
        TestApp running = strict;
        if (running == null) {
            running = start(Map.of("csai.identity.logins-per-minute", "10", "csai.identity.mails-per-hour", "2",
                    "csai.turns.at-once", "1", "csai.trial.per-minute", "2", "csai.trial.per-day", "3"));
            strict = running;
        }
        running.clock.forward(Duration.ofMinutes(1));
        return running;
    }

    public static TestApp start(Map<String, String> settings) {
        return new TestApp(settings, new MovableClock(), TestServices.migratedDatabase());
    }

    /** With parts that the app itself does not have. */
    public static TestApp startWith(Map<String, String> settings, Class<?>... additions) {
        return new TestApp(settings, new MovableClock(), TestServices.migratedDatabase(), additions);
    }

    /** Another process on the same database, with the same clock. */
    public TestApp beside() {
        return new TestApp(Map.of(), clock, database);
    }

    public Call call(String method, String path) {
        return new Call(http, method, address.resolve(path));
    }

    public Call get(String path) {
        return call("GET", path);
    }

    public Call post(String path) {
        return call("POST", path);
    }

    /** The origin of the app's own pages. */
    public String origin() {
        return address.toString();
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    public TenantId tenant(int requestsPerMinute) {
        TenantId tenant = new TenantId(Ids.next());
        seed.tenant(new NewTenant(tenant, "Tenant " + tenant, List.of("en", "he"), Map.of("en", "Hello"),
                requestsPerMinute));
        return tenant;
    }

    /** A new person with {@link #PASSWORD} who is a member. */
    public Member member(TenantId tenant, Role role, String email) {
        return seed.member(tenant, seed.person("Somebody", email, PASSWORD, false), role);
    }

    public Answer login(String email, String password) {
        return post("/v1/auth/login").json("""
                {"email": "%s", "password": "%s"}""".formatted(email, password)).send();
    }

    /** The access token of somebody whose password is {@link #PASSWORD}. */
    public String token(String email) {
        Answer answer = login(email, PASSWORD);
        if (answer.status() != 200) {
            throw new IllegalStateException(email + " could not log in: " + answer.response().body());
        }
        return answer.text("/accessToken");
    }

    public static String newEmail() {
        return UUID.randomUUID() + "@example.com";
    }

    /** The first column of each row, read as the super-user. */
    public List<String> rows(String query) {
        try (Connection connection = database.connect();
                Statement sql = connection.createStatement();
                ResultSet found = sql.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(found.getString(1));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("refused: " + query, e);
        }
    }

    /** Asks again for half a minute until it is so. */
    public boolean eventually(BooleanSupplier condition) {
        return Awaitility.await().atMost(Duration.ofSeconds(30)).until(condition::getAsBoolean, is -> is);
    }

    /** As the super-user. */
    public void sql(String statement) {
        try (Connection connection = database.connect(); Statement sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("refused: " + statement, e);
        }
    }

    @Override
    public void close() {
        context.close();
        http.close();
    }

    private static PGSimpleDataSource systemDataSource(Database database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.jdbcUrl());
        source.setUser("csai_system");
        source.setPassword(TestServices.SYSTEM_PASSWORD);
        return source;
    }

    private static ApplicationContextInitializer<GenericApplicationContext> withClock(Clock clock) {
        return context -> {
            context.registerBean("testClock", Clock.class, () -> clock, definition -> definition.setPrimary(true));
            // Closing one app would otherwise end the event loops of the others in this JVM.
            context.registerBean(ReactorResourceFactory.class, () -> {
                ReactorResourceFactory own = new ReactorResourceFactory();
                own.setUseGlobalResources(false);
                return own;
            });
        };
    }

    private static String[] arguments(Map<String, Object> properties) {
        return properties.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
    }
}
