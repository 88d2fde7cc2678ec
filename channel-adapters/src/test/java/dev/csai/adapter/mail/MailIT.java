package dev.csai.adapter.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.csai.adapter.ChannelAdapters;
import dev.csai.shared.Ids;
import dev.csai.shared.TenantId;
import dev.csai.shared.mail.Mail;
import dev.csai.shared.mail.MailSeal;
import dev.csai.shared.message.MailRequested;
import dev.csai.shared.secret.Sealer;
import dev.csai.shared.testing.Database;
import dev.csai.shared.testing.TestServices;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.cloud.stream.function.StreamBridge;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.TestSocketUtils;
import tools.jackson.databind.json.JsonMapper;

class MailIT {

    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
    private static final JsonMapper JSON = new JsonMapper();
    private static final MailSeal SEAL = new MailSeal(new Sealer(KEY), JSON);

    private final Database database = TestServices.migratedDatabase();
    /** On the same port when it is started again. */
    private final GreenMail server = new GreenMail(
            new ServerSetup(TestSocketUtils.findAvailableTcpPort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

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
        assertThat(server.getReceivedMessages()).extracting(message -> message.getSubject())
                .containsExactly("once", "next");
    }

    @Test
    void a_mail_waits_for_a_server_that_is_away() {
        try (ConfigurableApplicationContext app = sending()) {
            server.stop();
            tell(app, Ids.next(), mail("patient@example.com", "late"));
            server.start();
            assertThat(server.waitForIncomingEmail(30_000, 1)).isTrue();
        }
    }

    @Test
    void a_mail_that_cannot_be_opened_holds_up_no_other() {
        String other = Base64.getEncoder().encodeToString("another key, which nobody knows.".getBytes(UTF_8));
        MailSeal lost = new MailSeal(new Sealer(other), JSON);
        try (ConfigurableApplicationContext app = sending()) {
            tell(app, lost, Ids.next(), mail("nobody@example.com", "sealed with another key"));
            tell(app, Ids.next(), mail("next@example.com", "next"));
            assertThat(server.waitForIncomingEmail(10_000, 1)).isTrue();
        }
        assertThat(server.getReceivedMessages()).extracting(message -> message.getSubject()).containsExactly("next");
    }

    @Test
    void without_a_server_mails_are_kept_sealed() {
        UUID id = Ids.next();
        try (ConfigurableApplicationContext app = start(Map.of("csai.mail.keep", "true"))) {
            tell(app, id, mail("kept@example.com", "kept"));
            JdbcClient sql = app.getBean("systemJdbc", JdbcClient.class);
            String sealed = await().atMost(Duration.ofSeconds(20)).until(() -> sql.sql(
                    "select sealed from adapter.kept_mails where message_id = ?").param(id).query(String.class).list(),
                    kept -> kept.size() == 1).getFirst();
            assertThat(sealed).doesNotContain("kept");
            assertThat(SEAL.open(id, sealed).to()).isEqualTo("kept@example.com");
            assertThatThrownBy(() -> SEAL.open(Ids.next(), sealed)).isInstanceOf(IllegalStateException.class);
        }
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void an_operator_who_names_no_server_is_told() {
        assertThatThrownBy(() -> start(Map.of()).close()).rootCause().hasMessageContaining("SPRING_MAIL_HOST");
    }

    private ConfigurableApplicationContext sending() {
        return start(Map.of("spring.mail.host", "127.0.0.1", "spring.mail.port",
                Integer.toString(server.getSmtp().getPort()), "csai.mail.from", "CSAI <no-reply@csai.test>"));
    }

    private ConfigurableApplicationContext start(Map<String, String> settings) {
        Map<String, String> properties = new HashMap<>(TestServices.properties(database));
        properties.put("csai.system-datasource.url", database.jdbcUrl());
        properties.put("csai.system-datasource.username", "csai_system");
        properties.put("csai.system-datasource.password", TestServices.SYSTEM_PASSWORD);
        properties.put("csai.secrets.key", KEY);
        properties.putAll(settings);
        List<String> arguments = new ArrayList<>();
        properties.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return ChannelAdapters.application().run(arguments.toArray(String[]::new));
    }

    private static void tell(ConfigurableApplicationContext app, UUID id, Mail mail) {
        tell(app, SEAL, id, mail);
    }

    private static void tell(ConfigurableApplicationContext app, MailSeal seal, UUID id, Mail mail) {
        MailRequested request = seal.seal(id, TenantId.PLATFORM.value(), Instant.now(), mail);
        app.getBean(StreamBridge.class).send(MailRequested.DESTINATION, request);
    }

    private static Mail mail(String to, String subject) {
        return new Mail(to, subject, "the text", "<p>the page</p>");
    }
}
