package dev.csai.chat.key;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.Owner;
import dev.csai.chat.testing.TestApp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The text of a secret key is in one answer and nowhere else. */
class SecrecyIT {

    private static final List<Logger> TALKATIVE = Stream.of("dev.csai", "org.springframework", "io.r2dbc")
            .map(name -> (Logger) LoggerFactory.getLogger(name)).toList();

    private final TestApp app = TestApp.shared();
    private final Owner owner = Owner.of(app);
    private final Lines lines = new Lines();

    private static final class Lines extends AppenderBase<ILoggingEvent> {

        private final Collection<String> seen = new ConcurrentLinkedQueue<>();

        @Override
        protected void append(ILoggingEvent event) {
            seen.add(event.getFormattedMessage() + ThrowableProxyUtil.asString(event.getThrowableProxy()));
        }
    }

    @BeforeEach
    void listen_to_everything() {
        lines.start();
        TALKATIVE.forEach(logger -> {
            logger.setLevel(Level.TRACE);
            logger.setAdditive(false);
            logger.addAppender(lines);
        });
    }

    @AfterEach
    void stop_listening() {
        TALKATIVE.forEach(logger -> {
            logger.detachAppender(lines);
            logger.setAdditive(true);
            logger.setLevel(null);
        });
    }

    @Test
    void no_table_no_log_and_no_problem_holds_the_text_of_a_secret_key() {
        Answer made = owner.makeSecret("tenant:read");
        Answer successor = owner.call("POST", "/v1/api-keys/" + made.text("/id") + "/rotate").send();
        String key = made.text("/key");
        app.sql("alter table chat.tenants rename to tenants_away");
        List<Answer> answers = new ArrayList<>();
        try {
            answers.add(app.get("/v1/tenant").key(key).send());
        } finally {
            app.sql("alter table chat.tenants_away rename to tenants");
        }
        answers.add(app.get("/v1/widget/config").key(key).send());
        answers.add(app.get("/v1/tenant").key(key).origin("https://shop.example").send());
        answers.add(app.get("/v1/tenant").key(key).key(key).send());
        answers.add(app.get("/v1/tenant").key(key + "x").send());
        answers.add(app.get("/v1/tenant").token(key).send());
        answers.add(owner.call("GET", "/v1/api-keys").send());

        assertThat(answers).extracting(Answer::status).containsExactly(500, 403, 403, 400, 401, 401, 200);
        for (String secret : List.of(key, successor.text("/key"))) {
            String random = secret.substring(8);
            assertThat(answers).extracting(answer -> answer.response().body()).noneMatch(b -> b.contains(random));
            assertThat(lines.seen).anyMatch(line -> line.contains("/v1/tenant"))
                    .noneMatch(line -> line.contains(random));
            assertThat(tablesWith(random)).isEmpty();
        }
        assertThat(tablesWith(made.text("/prefix"))).containsExactly("chat.api_keys");
    }

    private List<String> tablesWith(String text) {
        return app.rows("select table_schema || '.' || table_name from information_schema.tables "
                + "where table_schema in ('chat', 'ingest', 'billing', 'adapter', 'public') and table_type = 'BASE TABLE'")
                .stream()
                .filter(table -> !app.rows("select 1 from %s t where t::text like '%%%s%%' limit 1".formatted(table,
                        text)).isEmpty())
                .toList();
    }
}
