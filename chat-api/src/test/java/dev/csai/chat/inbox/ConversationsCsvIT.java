package dev.csai.chat.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.access.Role;
import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.Owner;
import dev.csai.chat.testing.TestApp;
import dev.csai.shared.Ids;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConversationsCsvIT {

    private static final TestApp app = TestApp.shared();
    private static final String HEAD = "\uFEFF\"id\",\"channel\",\"status\",\"locale\",\"contact\",\"email\","
            + "\"externalId\",\"verified\",\"turns\",\"createdAt\",\"lastActivityAt\",\"lastAuthor\",\"lastMessage\"\r\n";

    private final Owner owner = Owner.of(app);
    private final Talks talks = new Talks(app, owner.tenant());
    private final Instant now = app.clock.instant();

    @Test
    void is_saved_under_a_name_and_opens_in_a_spreadsheet_as_it_was_written() {
        UUID known = talks.begun(now);
        talks.asked(known, now, "Two \"lines\",\nof עברית");
        contact(known, "Dana, of Napoli", "dana@example.com");
        UUID unknown = talks.begun(now.plusSeconds(5));

        Answer file = file("");

        assertThat(file.header("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(file.header("Content-Disposition")).hasValue("attachment; filename=\"conversations-%s.csv\""
                .formatted(LocalDate.ofInstant(now, ZoneOffset.UTC)));
        assertThat(file.response().body()).isEqualTo(HEAD + """
                "%s","widget","open","en",,,,,1,"%s","%2$s","contact","Hello!"\r
                "%s","widget","open","en","Dana, of Napoli","dana@example.com",,false,2,"%s","%4$s","contact",\
                "Two ""lines"",
                of עברית"\r
                """.formatted(unknown, now.plusSeconds(5), known, now));
    }

    @Test
    void no_cell_is_a_formula() {
        List<String> hostile = List.of("=1+1", "+972 50", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "＝1");
        hostile.forEach(name -> contact(talks.begun(now), name, "-" + TestApp.newEmail()));
        talks.asked(talks.begun(now), now, "=HYPERLINK(\"http://x\")");

        String body = file("").response().body();

        assertThat(hostile).allSatisfy(name -> assertThat(body).contains("\"'" + name + "\",\"'-"));
        assertThat(body).contains("\"'=HYPERLINK(\"\"http://x\"\")\"").doesNotContainPattern(
                "(^|,)\"?[=+@\\t\\r\uFF1D-]");
    }

    @Test
    void holds_each_once_those_that_began_last_first_however_many_there_are() {
        talks.many(1_001, now);

        assertThat(last(file(""))).isEqualTo(IntStream.rangeClosed(1, 1_001).mapToObj(n -> "Is this number "
                + (1_002 - n) + "?").toList());
        assertThat(last(file("?limit=2"))).containsExactly("Is this number 1001?", "Is this number 1000?");
        assertThat(last(file("?text=number+100"))).containsExactly("Is this number 1001?", "Is this number 1000?",
                "Is this number 100?");
        assertThat(last(file("?text=number+100&limit=1"))).containsExactly("Is this number 1001?");
        assertThat(last(file("?until=" + now.plusSeconds(3)))).containsExactly("Is this number 2?",
                "Is this number 1?");
        assertThat(List.of("?limit=0", "?limit=50001", "?status=closed")).allSatisfy(
                wrong -> assertThat(file(wrong).problem()).as(wrong).isEqualTo("invalid-request"));
    }

    @Test
    void is_not_for_agents() {
        String agent = TestApp.newEmail();
        app.member(owner.tenant(), Role.AGENT, agent);

        assertThat(app.get("/v1/conversations.csv").token(app.token(agent)).send().problem()).isEqualTo("forbidden");
        assertThat(app.get("/v1/conversations.csv").key(owner.secret("conversations:read")).send().status())
                .isEqualTo(200);
    }

    private void contact(UUID conversation, String name, String email) {
        UUID contact = Ids.next();
        app.sql("""
                insert into chat.contacts (tenant_id, id, name, email, verified, first_seen_at, last_seen_at)
                values ('%1$s', '%2$s', '%3$s', '%4$s', false, now(), now());
                update chat.conversations set contact_id = '%2$s' where id = '%5$s'
                """.formatted(owner.tenant(), contact, name, email, conversation));
    }

    private Answer file(String query) {
        return owner.call("GET", "/v1/conversations.csv" + query).send();
    }

    private static List<String> last(Answer file) {
        return file.response().body().lines().skip(1)
                .map(line -> line.substring(line.lastIndexOf(",\"") + 2, line.length() - 1)).toList();
    }
}
