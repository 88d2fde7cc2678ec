package dev.csai.chat.identity.signing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.access.Caller.Operator;
import dev.csai.chat.access.Role;
import dev.csai.chat.audit.Audit;
import dev.csai.chat.db.SystemTransaction;
import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.MovableClock;
import dev.csai.chat.testing.TestApp;
import dev.csai.shared.Ids;
import dev.csai.shared.secret.Sealer;
import dev.csai.shared.testing.Database;
import dev.csai.shared.testing.TestServices;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Two instances of what signs and verifies, on one database and one clock. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // Set before each test.
class SigningKeyRotationIT {

    private static final Duration LIFE = Duration.ofDays(30);
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(15);
    private static final AccessTokenSettings SETTINGS = new AccessTokenSettings("https://csai.dev", "csai-api",
            TOKEN_LIFE, LIFE);

    private final MovableClock clock = new MovableClock();
    private final Database database = TestServices.migratedDatabase();
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private Instance one;
    private Instance other;

    @ConfigurationPropertiesScan(basePackageClasses = SystemTransaction.class)
    private static final class SystemSettings {}

    /** What one process has of its own. */
    private record Instance(SigningKeys keys, AccessTokens tokens, ReactiveJwtDecoder decoder) {

        static Instance on(SystemTransaction system, MovableClock clock) {
            var table = new SigningKeyTable(system, new Sealer(Base64.getEncoder().encodeToString(new byte[32])),
                    SETTINGS, TestApp.shared().context().getBean(Audit.class), clock);
            var keys = new SigningKeys(table, SETTINGS, clock);
            return new Instance(keys, new AccessTokens(keys, SETTINGS, clock),
                    new TokenVerification().accessTokenDecoder(keys, SETTINGS, clock));
        }

        String token() {
            return Objects.requireNonNull(tokens.issue(new Operator(Ids.next())).block());
        }

        boolean accepts(String token) {
            return Boolean.TRUE.equals(decoder.decode(token).thenReturn(true)
                    .onErrorReturn(JwtException.class, false).block());
        }

        String signing() {
            return Objects.requireNonNull(keys.current().block()).id().toString();
        }

        List<String> published() {
            return Objects.requireNonNull(keys.published().block()).stream().map(key -> key.id().toString()).toList();
        }

        void turn() {
            keys.turn().block();
        }
    }

    @BeforeAll
    void connect() {
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test",
                Map.of("csai.system-r2dbc.url", database.r2dbcUrl(), "csai.system-r2dbc.username", "csai_system",
                        "csai.system-r2dbc.password", TestServices.SYSTEM_PASSWORD)));
        context.register(SystemSettings.class, SystemTransaction.class);
        context.refresh();
    }

    @AfterAll
    void disconnect() {
        context.close();
    }

    @BeforeEach
    void begin() throws SQLException {
        try (var connection = database.connect(); var sql = connection.createStatement()) {
            sql.execute("delete from chat.signing_keys");
        }
        one = Instance.on(context.getBean(SystemTransaction.class), clock);
        other = Instance.on(context.getBean(SystemTransaction.class), clock);
    }

    @Test
    void a_key_signs_for_thirty_days_and_the_next_is_published_an_hour_before() {
        String first = one.signing();
        clock.forward(LIFE.minus(KeyRing.NOTICE).minusSeconds(1));
        one.turn();
        assertThat(one.published()).containsExactly(first);

        clock.forward(Duration.ofSeconds(1));
        one.turn();
        other.turn();

        assertThat(one.published()).hasSize(2).startsWith(first).isEqualTo(other.published());
        clock.forward(KeyRing.NOTICE.minusSeconds(1));
        assertThat(one.signing()).isEqualTo(first);
        clock.forward(Duration.ofSeconds(1));
        assertThat(one.signing()).isEqualTo(one.published().getLast()).isNotEqualTo(first);
        assertThat(other.signing()).isEqualTo(one.signing());
    }

    @Test
    void a_former_key_verifies_until_its_last_token_has_expired_and_is_removed_then() {
        String first = one.signing();
        clock.forward(LIFE.minus(KeyRing.NOTICE));
        one.turn();
        clock.forward(KeyRing.NOTICE.minusSeconds(1));
        String last = one.token();
        clock.forward(Duration.ofSeconds(1));
        String next = other.signing();

        clock.forward(TOKEN_LIFE.minusSeconds(2));
        assertThat(one.accepts(last)).isTrue();
        assertThat(other.accepts(last)).isTrue();
        clock.forward(KeyRing.TOLERANCE.plusSeconds(1));
        one.turn();
        assertThat(one.published()).containsExactly(first, next);
        clock.forward(Duration.ofSeconds(1));
        assertThat(one.published()).containsExactly(next);
        assertThat(other.published()).containsExactly(next);
        assertThat(stored()).containsExactly(first, next);
        one.turn();
        assertThat(stored()).containsExactly(next);
    }

    @Test
    void a_token_of_either_instance_is_good_at_the_other_through_a_whole_rotation() {
        String first = one.signing();
        Instant end = clock.instant().plus(LIFE).plus(KeyRing.NOTICE);
        clock.forward(LIFE.minus(KeyRing.NOTICE.multipliedBy(2)));
        while (clock.instant().isBefore(end)) {
            String token = one.token();
            String answer = other.token();
            clock.forward(TOKEN_LIFE.minusSeconds(1));
            assertThat(other.accepts(token)).isTrue();
            assertThat(one.accepts(answer)).isTrue();
            one.turn();
            other.turn();
        }
        assertThat(stored()).hasSize(1).doesNotContain(first);
    }

    @Test
    void instances_that_turn_at_once_make_one_key() {
        one.signing();
        clock.forward(LIFE);

        Flux.fromStream(IntStream.range(0, 20).mapToObj(turn -> Instance
                .on(context.getBean(SystemTransaction.class), clock).keys().turn().subscribeOn(Schedulers.parallel())))
                .flatMap(turn -> turn, 20).blockLast();

        assertThat(stored()).hasSize(2);
        // Nobody was there to announce it in time, so the old one goes on for the hour of notice.
        assertThat(one.signing()).isEqualTo(stored().getFirst());
        clock.forward(KeyRing.NOTICE);
        assertThat(one.signing()).isEqualTo(stored().getLast());
    }

    @Test
    void instances_that_start_together_make_one_key() {
        List<String> signing = Flux.fromIterable(List.of(one, other)).flatMap(instance -> instance.keys().current()
                .subscribeOn(Schedulers.parallel())).map(key -> key.id().toString()).collectList().block();

        assertThat(signing).hasSize(2).containsOnly(stored().getFirst());
        assertThat(stored()).hasSize(1);
    }

    @Test
    void an_operator_can_ask_for_the_next_key_once() {
        String first = one.signing();
        String before = one.token();

        Mono.when(one.keys().rotate(), other.keys().rotate()).block();
        one.keys().rotate().block();

        assertThat(stored()).hasSize(2).startsWith(first);
        assertThat(one.signing()).isEqualTo(first);
        assertThat(other.accepts(before)).isTrue();
        clock.forward(KeyRing.NOTICE);
        assertThat(one.signing()).isEqualTo(stored().getLast());
    }

    @Test
    void a_revoked_key_is_out_at_once_here_and_within_a_minute_everywhere() {
        String stolen = one.token();
        assertThat(one.accepts(stolen)).isTrue();
        assertThat(other.accepts(stolen)).isTrue();

        one.keys().revoke().block();

        assertThat(one.accepts(stolen)).isFalse();
        assertThat(one.accepts(one.token())).isTrue();
        assertThat(stored()).containsExactly(one.signing());
        clock.forward(SigningKeys.BELIEVED);
        assertThat(SigningKeys.BELIEVED).isLessThan(Duration.ofSeconds(60));
        assertThat(other.accepts(stolen)).isFalse();
        assertThat(other.published()).isEqualTo(one.published());
        assertThat(one.accepts(other.token())).isTrue();
    }

    @Test
    void a_new_key_is_learnt_from_the_first_token_that_it_signed() {
        String stolen = other.token();
        one.keys().revoke().block();

        assertThat(other.accepts(one.token())).isTrue();
        assertThat(other.accepts(stolen)).isFalse();
    }

    @Test
    void operators_rotate_and_revoke_over_http_and_nobody_else() {
        TestApp app = TestApp.shared();
        // What others let become due has taken its turn by then.
        app.clock.forward(KeyRing.NOTICE);
        String operator = TestApp.newEmail();
        app.seed.person("Op", operator, TestApp.PASSWORD, true);
        String token = app.token(operator);
        String owner = TestApp.newEmail();
        app.member(app.tenant(1000), Role.OWNER, owner);
        assertThat(app.get("/v1/admin/signing-keys").token(app.token(owner)).send().problem()).isEqualTo("forbidden");

        Answer rotated = rotate(app, token, "{}");

        assertThat(states(rotated).getLast()).isEqualTo("next");
        assertThat(
                Instant.parse(rotated.json().at("/items").valueStream().toList().getLast().at("/signsFrom").asString()))
                .isEqualTo(app.clock.instant().plus(KeyRing.NOTICE));
        assertThat(states(rotate(app, token, "{\"revoke\": false}"))).isEqualTo(states(rotated));
        assertThat(app.get("/.well-known/jwks.json").send().json().at("/keys").size())
                .isEqualTo(states(rotated).size());
        assertThat(rotate(app, token, "{\"revoke\": true, \"id\": 1}").problem()).isEqualTo("invalid-request");
        assertThat(app.post("/v1/admin/signing-keys/rotate").token(token).send().problem())
                .isEqualTo("invalid-request");

        String session = app.login(operator, TestApp.PASSWORD).cookie("csai_refresh").orElseThrow();
        assertThat(states(rotate(app, token, "{\"revoke\": true}"))).containsExactly("signing");
        assertThat(app.get("/v1/admin/signing-keys").token(token).send().problem()).isEqualTo("unauthenticated");
        String renewed = app.post("/v1/auth/refresh").cookie("csai_refresh", session).send().text("/accessToken");
        assertThat(states(app.get("/v1/admin/signing-keys").token(renewed).send())).containsExactly("signing");
    }

    private static Answer rotate(TestApp app, String token, String body) {
        return app.post("/v1/admin/signing-keys/rotate").token(token).json(body).send();
    }

    private static List<String> states(Answer answer) {
        return answer.json().at("/items").valueStream().map(key -> key.at("/state").asString()).toList();
    }

    /** The ids in the database, in the order in which they sign. */
    private List<String> stored() {
        try (var connection = database.connect();
                var sql = connection.createStatement();
                var rows = sql.executeQuery("select id from chat.signing_keys order by signs_from")) {
            var ids = new java.util.ArrayList<String>();
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
            return ids;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
