package dev.csai.adapter.mail;

import static dev.csai.adapter.mail.MailTestBed.mail;
import static dev.csai.adapter.mail.MailTestBed.tell;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.csai.shared.Ids;
import java.sql.Connection;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(OutputCaptureExtension.class)
class DeferredMailIT {

    private static final String LATER = "later@example.com";
    private static final Map<String, String> SOON = Map.of("csai.mail.retry-after", "200ms", "csai.mail.retry-at-most",
            "500ms");

    private final MailTestBed bed = new MailTestBed();
    private final WilfulServer server = bed.server();

    @BeforeEach
    void startServer() {
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop();
    }

    @Test
    void an_address_that_is_put_off_holds_up_no_other_and_gets_its_mail_once_later() {
        server.putOff(LATER);
        UUID id = Ids.next();
        try (ConfigurableApplicationContext app = bed.sending(SOON)) {
            tell(app, id, mail(LATER, "later"));
            tell(app, Ids.next(), mail("next@example.com", "next"));
            assertThat(server.waitForIncomingEmail(10_000, 1)).isTrue();
            assertThat(bed.receivedSubjects()).containsExactly("next");
            await().until(() -> server.timesAsked(LATER) >= 3);

            server.take(LATER);
            assertThat(server.waitForIncomingEmail(20_000, 2)).isTrue();
            await().until(() -> waiting(app).isEmpty());
            tell(app, id, mail(LATER, "later"));
            tell(app, Ids.next(), mail("last@example.com", "last"));
            assertThat(server.waitForIncomingEmail(10_000, 3)).isTrue();
        }
        assertThat(bed.receivedSubjects()).containsExactlyInAnyOrder("next", "later", "last");
    }

    @Test
    void a_message_that_comes_again_while_its_mail_waits_changes_nothing() {
        server.putOff(LATER);
        UUID id = Ids.next();
        try (ConfigurableApplicationContext app = bed.sending(Map.of())) {
            tell(app, id, mail(LATER, "later"));
            List<Waiting> first = await().until(() -> waiting(app), rows -> rows.size() == 1);
            assertThat(first.getFirst().sealed()).doesNotContain("later");

            server.take(LATER);
            tell(app, id, mail(LATER, "later"));
            tell(app, Ids.next(), mail("next@example.com", "next"));
            assertThat(server.waitForIncomingEmail(10_000, 1)).isTrue();
            assertThat(waiting(app)).isEqualTo(first);
        }
        assertThat(server.timesAsked(LATER)).isEqualTo(1);
        assertThat(bed.receivedSubjects()).containsExactly("next");
    }

    @Test
    void an_address_that_is_refused_is_not_tried_again() {
        server.refuse("nobody@example.com");
        try (ConfigurableApplicationContext app = bed.sending(SOON)) {
            tell(app, Ids.next(), mail("nobody@example.com", "refused"));
            tell(app, Ids.next(), mail("next@example.com", "next"));
            assertThat(server.waitForIncomingEmail(10_000, 1)).isTrue();
            assertThat(waiting(app)).isEmpty();
        }
        assertThat(server.timesAsked("nobody@example.com")).isEqualTo(1);
    }

    @Test
    void an_address_that_is_refused_in_the_end_waits_no_longer(CapturedOutput output) {
        server.putOff(LATER);
        UUID id = Ids.next();
        try (ConfigurableApplicationContext app = bed.sending(SOON)) {
            tell(app, id, mail(LATER, "later"));
            await().until(() -> waiting(app).size() == 1);
            server.refuse(LATER);
            await().until(() -> waiting(app).isEmpty());
        }
        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(output.getAll())
                .contains("Mail " + id + " will never be taken and is given up", "is refused with 550 5.1.1")
                .doesNotContain(LATER);
    }

    @Test
    void a_mail_that_is_put_off_for_too_long_is_given_up(CapturedOutput output) {
        server.putOff(LATER);
        UUID id = Ids.next();
        try (ConfigurableApplicationContext app = bed.sending(Map.of("csai.mail.retry-after", "1s",
                "csai.mail.give-up-after", "2s"))) {
            tell(app, id, mail(LATER, "later"));
            await().until(() -> waiting(app).size() == 1);
            await().until(() -> waiting(app).isEmpty());
        }
        assertThat(server.timesAsked(LATER)).isGreaterThanOrEqualTo(2);
        assertThat(output.getAll()).containsPattern("Mail " + id + " has waited since .* and is given up: .* 451 4.7.1")
                .doesNotContain(LATER);
    }

    @Test
    void a_mail_that_meets_the_unexpected_keeps_waiting_and_holds_up_no_other() {
        UUID odd = Ids.next();
        try (ConfigurableApplicationContext app = bed.sending(Map.of())) {
            defer(app, odd, MailTestBed.SEALER.seal("[]".getBytes(UTF_8), "|mail|" + odd + "|"));
            UUID id = Ids.next();
            defer(app, id, MailTestBed.SEAL.seal(id, mail("next@example.com", "next")));
            assertThat(server.waitForIncomingEmail(10_000, 1)).isTrue();
            await().until(() -> waiting(app).size() == 1);
            assertThat(waiting(app)).extracting(Waiting::messageId).containsExactly(odd);
        }
    }

    @Test
    void what_is_due_is_tried_by_one_process_alone() throws Exception {
        List<UUID> ids = IntStream.range(0, 200).mapToObj(number -> Ids.next()).toList();
        List<UUID> claimed = new CopyOnWriteArrayList<>();
        // Nothing is sent from there, so that only the test's own threads claim.
        try (ConfigurableApplicationContext app = bed.start(Map.of("csai.mail.keep", "true"))) {
            ids.forEach(id -> defer(app, id, "sealed"));
            DeferredMails deferred = new DeferredMails(sql(app), Clock.systemUTC(), new MailSettings(null, false,
                    Duration.ofSeconds(30), Duration.ofMinutes(15), Duration.ofHours(24)));
            try (ExecutorService processes = Executors.newFixedThreadPool(4)) {
                processes.invokeAll(Collections.nCopies(4, Executors.callable(() -> Stream.generate(deferred::claim)
                        .takeWhile(Optional::isPresent).forEach(mail -> claimed.add(mail.get().messageId())))));
            }
        }
        assertThat(claimed).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void a_mail_waits_for_a_database_that_is_away() throws Exception {
        try (ConfigurableApplicationContext app = bed.sending(Map.of());
                Connection database = bed.database().connect();
                Statement statement = database.createStatement()) {
            statement.execute("revoke select on adapter.sent_mails from csai_system");
            tell(app, Ids.next(), mail("patient@example.com", "patient"));
            assertThat(server.waitForIncomingEmail(2_000, 1)).isFalse();
            statement.execute("grant select on adapter.sent_mails to csai_system");
            assertThat(server.waitForIncomingEmail(10_000, 1)).isTrue();
        }
    }

    private record Waiting(UUID messageId, String sealed, Timestamp deferredAt, Timestamp nextTryAt) {}

    private static List<Waiting> waiting(ConfigurableApplicationContext app) {
        return sql(app).sql("select message_id, sealed, deferred_at, next_try_at from adapter.deferred_mails")
                .query((row, number) -> new Waiting(row.getObject("message_id", UUID.class), row.getString("sealed"),
                        row.getTimestamp("deferred_at"), row.getTimestamp("next_try_at")))
                .list();
    }

    /** Due at once. */
    private static void defer(ConfigurableApplicationContext app, UUID id, String sealed) {
        Timestamp now = Timestamp.from(Instant.now());
        sql(app).sql("insert into adapter.deferred_mails values (?, ?, ?, ?)").params(id, sealed, now, now).update();
    }

    private static JdbcClient sql(ConfigurableApplicationContext app) {
        return app.getBean("systemJdbc", JdbcClient.class);
    }
}
