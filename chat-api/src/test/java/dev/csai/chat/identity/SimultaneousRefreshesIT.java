package dev.csai.chat.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.access.Caller.Member;
import dev.csai.chat.access.Role;
import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.Call;
import dev.csai.chat.testing.TestApp;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Many tabs of many browsers renew their sessions at once. The long version has 200 sessions instead of 10. */
class SimultaneousRefreshesIT {

    private static final String COOKIE = "csai_refresh";
    private static final int FAMILIES = Boolean.getBoolean("csai.full") ? 200 : 10;
    private static final int AT_ONCE = 50;
    /** Of the protocol: so soon a stolen session has ended after the theft was seen. */
    private static final Duration REVOKED_WITHIN = Duration.ofSeconds(1);

    private static final TestApp app = TestApp.shared();

    private final Member member = app.member(app.tenant(1000), Role.AGENT, TestApp.newEmail());

    @Test
    void each_session_gets_one_successor_and_a_token_that_is_used_again_ends_it() {
        List<String> firsts = Stream.generate(this::session).limit(FAMILIES).toList();

        List<String> successors = firsts.stream().map(this::refreshedAtOnce).toList();

        assertThat(successors).doesNotHaveDuplicates().doesNotContainAnyElementsOf(firsts);
        assertThat(app.rows("""
                select count(*) || ' tokens, ' || count(used_at) || ' used, ' || count(revoked_at) || ' revoked'
                from chat.refresh_tokens where person_id = '%s' group by family_id
                """.formatted(member.personId()))).hasSize(FAMILIES).containsOnly("2 tokens, 1 used, 0 revoked");

        app.clock.forward(RefreshTokens.BENIGN.plusSeconds(1));
        IntStream.range(0, FAMILIES).forEach(family -> stolen(firsts.get(family), successors.get(family)));
        assertThat(app.rows("""
                select count(*) || ' tokens, ' || count(revoked_at) || ' revoked'
                from chat.refresh_tokens where person_id = '%s' group by family_id
                """.formatted(member.personId()))).hasSize(FAMILIES).containsOnly("2 tokens, 2 revoked");
    }

    /** While half of the requests are a thief's, nobody keeps a session that works. */
    @Test
    void a_thief_at_the_same_moment_wins_nothing() {
        List<String> firsts = Stream.generate(this::session).limit(FAMILIES).toList();

        for (String first : firsts) {
            List<Answer> answers = joined(IntStream.range(0, AT_ONCE)
                    .mapToObj(request -> call(first, request % 2 == 0 ? "browser" : "thief").sendAsync()));
            assertThat(answers).extracting(Answer::status).contains(401).isSubsetOf(200, 401);
            List<String> given = answers.stream().flatMap(answer -> answer.cookie(COOKIE).stream()).distinct().toList();
            assertThat(given).hasSizeLessThanOrEqualTo(1)
                    .allSatisfy(successor -> assertThat(refresh(successor).status()).isEqualTo(401));
        }
    }

    /** The one successor that all of them are given. */
    private String refreshedAtOnce(String first) {
        List<Answer> answers = joined(Stream.generate(() -> call(first, "browser").sendAsync()).limit(AT_ONCE));

        assertThat(answers).hasSize(AT_ONCE).extracting(Answer::status).containsOnly(200);
        List<String> given = answers.stream().map(answer -> answer.cookie(COOKIE).orElseThrow()).distinct().toList();
        assertThat(given).hasSize(1);
        return given.getFirst();
    }

    private static void stolen(String first, String successor) {
        long begun = System.nanoTime();
        assertThat(refresh(first).status()).isEqualTo(401);
        assertThat(refresh(successor).status()).isEqualTo(401);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(REVOKED_WITHIN);
    }

    private static List<Answer> joined(Stream<CompletableFuture<Answer>> requests) {
        return requests.toList().stream().map(CompletableFuture::join).toList();
    }

    private String session() {
        SignIn door = app.context().getBean(SignIn.class);
        return Objects.requireNonNull(door.enter(member.personId(), member.tenant()).block()).refreshToken().text();
    }

    private static Answer refresh(String token) {
        return call(token, "browser").send();
    }

    private static Call call(String token, String client) {
        return app.post("/v1/auth/refresh").cookie(COOKIE, token).header("User-Agent", client);
    }
}
