package dev.csai.chat.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.LogLines;
import dev.csai.chat.testing.Owner;
import dev.csai.chat.testing.TestApp;
import dev.csai.planted.PlantedApp;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Secrets that tests know are put wherever there may be one, and looked for wherever none may be. */
class PlantedSecretsIT {

    private static final String TABLES = """
            select table_schema || '.' || table_name from information_schema.tables
            where table_schema in ('chat', 'ingest', 'billing', 'adapter', 'public') and table_type = 'BASE TABLE'
            """;

    private final PlantedApp planted = PlantedApp.running();
    private final TestApp app = planted.app();
    private final Secrets secrets = new Secrets();

    @Test
    void what_clients_send_in_confidence_is_in_no_line_meter_problem_or_row() {
        try (LogLines lines = new LogLines().listen()) {
            List<Answer> answers = new ArrayList<>(new Indiscretions(app, Owner.of(app), secrets).committed());
            answers.addAll(new Failures(app, Owner.of(app), secrets).suffered());

            assertThat(answers).extracting(Answer::status).contains(400, 401, 403, 404, 405, 500);
            assertThat(secrets.all()).hasSizeGreaterThan(20);
            assertThat(traces(lines.seen(), answers)).isEmpty();
        }
    }

    @Test
    void what_is_configured_in_confidence_is_in_no_line_that_tells_of_the_start() {
        assertThat(planted.startLines()).anyMatch(line -> line.contains("Netty started"));
        for (String secret : planted.secrets()) {
            assertThat(planted.startLines()).noneMatch(line -> line.contains(secret));
        }
    }

    /** Where which secret was found. */
    private List<String> traces(List<String> lines, List<Answer> answers) {
        planted.secrets().forEach(secret -> secrets.also("configuration " + secret, secret));
        List<String> meters = meters();
        assertThat(meters).anyMatch(meter -> meter.contains("http.server.requests"));
        List<String> found = new ArrayList<>();
        secrets.all().forEach((place, secret) -> {
            lines.stream().filter(line -> line.contains(secret)).limit(3)
                    .forEach(line -> found.add(place + " in the line " + line));
            meters.stream().filter(meter -> meter.contains(secret))
                    .forEach(meter -> found.add(place + " in the meter " + meter));
            answers.stream().map(answer -> answer.response().body()).filter(body -> body.contains(secret)).limit(3)
                    .forEach(body -> found.add(place + " in the answer " + body));
            tablesWith(secret).forEach(table -> found.add(place + " in the table " + table));
        });
        return found;
    }

    private List<String> meters() {
        return app.context().getBean(MeterRegistry.class).getMeters().stream()
                .map(meter -> meter.getId().getName() + meter.getId().getTags()).toList();
    }

    private List<String> tablesWith(String secret) {
        String query = app.rows(TABLES).stream()
                .map(table -> "select '%1$s' from %1$s t where t::text like '%%%2$s%%'".formatted(table,
                        secret.replace("'", "''")))
                .collect(Collectors.joining(" union "));
        return app.rows(query);
    }
}
