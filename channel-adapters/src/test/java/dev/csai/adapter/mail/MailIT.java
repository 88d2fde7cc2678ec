package dev.csai.adapter.mail;

import static dev.csai.adapter.mail.MailTestBed.mail;
import static dev.csai.adapter.mail.MailTestBed.tell;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMailUtil;
import dev.csai.shared.Ids;
import dev.csai.shared.mail.Mail;
import dev.csai.shared.mail.MailSeal;
import dev.csai.shared.secret.Sealer;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class MailIT {

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
    void a_mail_goes_out_in_both_forms_under_the_id_of_its_message() throws Exception {
        UUID id = Ids.next();
        try (ConfigurableApplicationContext app = sending()) {
            tell(app, id, mail("dana@example.com", "שלום, דנה"));
            assertThat(server.waitForIncomingEmail(20_000, 1)).isTrue();
        }
        MimeMessage received = server.getReceivedMessages()[0];
        assertThat(received.getSubject()).isEqualTo("שלום, דנה");
        assertThat(received.getAllRecipients()).extracting(Object::toString).containsExactly("dana@example.com");
        assertThat(received.getFrom()).extracting(Object::toString).containsExactly("CSAI <no-reply@csai.test>");
        assertThat(received.getMessageID()).isEqualTo("<" + id + "@csai>");
        assertThat(received.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        String whole = GreenMailUtil.getWholeMessage(received);
        assertThat(whole).contains("text/plain", "text/html", "the text", "<p>the page</p>");
    }

    @Test
    void a_message_that_comes_again_sends_nothing_again() {
        UUID id = Ids.next();
        Mail mail = mail("once@example.com", "once");
        try (ConfigurableApplicationContext app = sending()) {
            tell(app, id, mail);
            assertThat(server.waitForIncomingEmail(20_000, 1)).isTrue();
            tell(app, id, mail);
            tell(app, Ids.next(), mail("next@example.com", "next"));
            assertThat(server.waitForIncomingEmail(20_000, 2)).isTrue();
        }
        assertThat(bed.receivedSubjects()).containsExactly("once", "next");
    }

    @Test
    void a_mail_waits_for_a_server_that_is_away() {
        try (ConfigurableApplicationContext app = bed.sending(Map.of("csai.mail.retry-after", "1s"))) {
            server.stop();
            tell(app, Ids.next(), mail("patient@example.com", "late"));
            JdbcClient sql = app.getBean("systemJdbc", JdbcClient.class);
            await().atMost(Duration.ofSeconds(20)).until(() -> sql.sql("select count(*) from adapter.deferred_mails")
                    .query(Integer.class).single() == 1);
            server.start();
            assertThat(server.waitForIncomingEmail(30_000, 1)).isTrue();
        }
    }

    @Test
    void a_mail_that_cannot_be_opened_holds_up_no_other() {
        String other = Base64.getEncoder().encodeToString("another key, which nobody knows.".getBytes(UTF_8));
        MailSeal lost = new MailSeal(new Sealer(other), MailTestBed.JSON);
        try (ConfigurableApplicationContext app = sending()) {
            tell(app, lost, Ids.next(), mail("nobody@example.com", "sealed with another key"));
            tell(app, Ids.next(), mail("next@example.com", "next"));
            assertThat(server.waitForIncomingEmail(10_000, 1)).isTrue();
        }
        assertThat(bed.receivedSubjects()).containsExactly("next");
    }

    @Test
    void without_a_server_mails_are_kept_sealed() {
        UUID id = Ids.next();
        try (ConfigurableApplicationContext app = bed.start(Map.of("csai.mail.keep", "true"))) {
            tell(app, id, mail("kept@example.com", "kept"));
            JdbcClient sql = app.getBean("systemJdbc", JdbcClient.class);
            String sealed = await().atMost(Duration.ofSeconds(20)).until(() -> sql.sql(
                    "select sealed from adapter.kept_mails where message_id = ?").param(id).query(String.class).list(),
                    kept -> kept.size() == 1).getFirst();
            assertThat(sealed).doesNotContain("kept");
            assertThat(MailTestBed.SEAL.open(id, sealed).to()).isEqualTo("kept@example.com");
            assertThatThrownBy(() -> MailTestBed.SEAL.open(Ids.next(), sealed))
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void an_operator_who_names_no_server_is_told() {
        assertThatThrownBy(() -> bed.start(Map.of()).close()).rootCause().hasMessageContaining("SPRING_MAIL_HOST");
    }

    private ConfigurableApplicationContext sending() {
        return bed.sending(Map.of());
    }
}
