package dev.csai.adapter.mail;

import com.icegreen.greenmail.util.ServerSetup;
import dev.csai.adapter.ChannelAdapters;
import dev.csai.shared.TenantId;
import dev.csai.shared.mail.Mail;
import dev.csai.shared.mail.MailSeal;
import dev.csai.shared.message.MailRequested;
import dev.csai.shared.secret.Sealer;
import dev.csai.shared.testing.Database;
import dev.csai.shared.testing.TestServices;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.cloud.stream.function.StreamBridge;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.util.TestSocketUtils;
import tools.jackson.databind.json.JsonMapper;

/** The app beside a database, a broker and a mail server of the test's own. */
final class MailTestBed {

    static final JsonMapper JSON = new JsonMapper();
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
    static final Sealer SEALER = new Sealer(KEY);
    static final MailSeal SEAL = new MailSeal(SEALER, JSON);

    private final Database database = TestServices.migratedDatabase();
    /** On the same port when it is started again. */
    private final WilfulServer server = new WilfulServer(
            new ServerSetup(TestSocketUtils.findAvailableTcpPort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    Database database() {
        return database;
    }

    WilfulServer server() {
        return server;
    }

    List<String> receivedSubjects() {
        return Stream.of(server.getReceivedMessages()).map(MailTestBed::subject).toList();
    }

    private static String subject(MimeMessage message) {
        try {
            return message.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException("a mail cannot be read", e);
        }
    }

    ConfigurableApplicationContext sending(Map<String, String> settings) {
        Map<String, String> properties = new HashMap<>(settings);
        properties.put("spring.mail.host", "127.0.0.1");
        properties.put("spring.mail.port", Integer.toString(server.getSmtp().getPort()));
        properties.put("csai.mail.from", "CSAI <no-reply@csai.test>");
        return start(properties);
    }

    ConfigurableApplicationContext start(Map<String, String> settings) {
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

    static void tell(ConfigurableApplicationContext app, UUID id, Mail mail) {
        tell(app, SEAL, id, mail);
    }

    static void tell(ConfigurableApplicationContext app, MailSeal seal, UUID id, Mail mail) {
        MailRequested request = seal.seal(id, TenantId.PLATFORM.value(), Instant.now(), mail);
        app.getBean(StreamBridge.class).send(MailRequested.DESTINATION, request);
    }

    static Mail mail(String to, String subject) {
        return new Mail(to, subject, "the text", "<p>the page</p>");
    }
}
