package dev.csai.chat.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.access.Caller.Member;
import dev.csai.chat.access.Role;
import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.Call;
import dev.csai.chat.testing.TestApp;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RefreshIT {

    private static final String COOKIE = "csai_refresh";
    private static final TestApp app = TestApp.shared();

    private final Member member;
    private final String first;

    RefreshIT() {
        String email = TestApp.newEmail();
        member = app.member(app.tenant(1000), Role.ADMIN, email);
        first = app.login(email, TestApp.PASSWORD).cookie(COOKIE).orElseThrow();
    }

    @Test
    void gives_a_new_token_for_an_old_one_and_keeps_the_end_of_the_session() {
        app.clock.forward(Duration.ofDays(1));

        Answer answer = refresh(first);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/member/id")).isEqualTo(member.memberId().toString());
        assertThat(answer.cookie(COOKIE).orElseThrow()).isNotEqualTo(first);
        assertThat(answer.header("Set-Cookie").orElseThrow())
                .contains("Max-Age=" + Duration.ofDays(29).toSeconds());
        assertThat(app.get("/v1/tenant").token(answer.text("/accessToken")).send().status()).isNotEqualTo(401);
    }

    @Test
    void gives_fifty_who_ask_at_once_one_and_the_same_successor() {
        List<Answer> answers = Stream.generate(() -> call(first, "browser").sendAsync())
                .limit(50)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(answers.stream().map(answer -> answer.cookie(COOKIE).orElseThrow()).distinct()).hasSize(1);
        assertThat(refresh(answers.getFirst().cookie(COOKIE).orElseThrow()).status()).isEqualTo(200);
    }

    @Test
    void takes_a_second_use_within_ten_seconds_for_a_retry() {
        String successor = refresh(first).cookie(COOKIE).orElseThrow();
        app.clock.forward(RefreshTokens.BENIGN);

        assertThat(refresh(first).cookie(COOKIE)).contains(successor);
    }

    @Test
    void takes_a_second_use_later_on_for_theft_and_ends_the_session() {
        String second = refresh(first).cookie(COOKIE).orElseThrow();
        String third = refresh(second).cookie(COOKIE).orElseThrow();
        app.clock.forward(RefreshTokens.BENIGN.plusSeconds(1));

        Answer reuse = refresh(first);

        assertThat(reuse.status()).isEqualTo(401);
        assertThat(reuse.problem()).isEqualTo("unauthenticated");
        assertThat(refresh(third).status()).isEqualTo(401);
        assertThat(refresh(second).status()).isEqualTo(401);
    }

    @Test
    void takes_a_second_use_by_another_client_for_theft_at_once() {
        String second = refresh(first).cookie(COOKIE).orElseThrow();

        assertThat(call(first, "thief").send().status()).isEqualTo(401);
        assertThat(refresh(second).status()).isEqualTo(401);
    }

    @Test
    void ends_with_the_session_however_often_it_was_renewed() {
        String second = refresh(first).cookie(COOKIE).orElseThrow();
        app.clock.forward(Duration.ofDays(30));

        assertThat(refresh(second).status()).isEqualTo(401);
    }

    @Test
    void refuses_what_was_never_a_token() {
        assertThat(refresh("nonsense").status()).isEqualTo(401);
        assertThat(app.post("/v1/auth/refresh").send().problem()).isEqualTo("unauthenticated");
    }

    @Test
    void a_removed_member_is_refused_and_stays_out_when_invited_again() {
        app.sql("delete from chat.members where id = '" + member.memberId() + "'");
        assertThat(refresh(first).status()).isEqualTo(401);

        app.seed.member(member.tenant(), member.personId(), Role.OWNER);

        assertThat(refresh(first).status()).isEqualTo(401);
    }

    @Test
    void a_changed_role_is_in_the_next_token() {
        app.sql("update chat.members set role = 'agent' where id = '" + member.memberId() + "'");

        Answer answer = refresh(first);

        assertThat(answer.text("/member/role")).isEqualTo("agent");
        assertThat(app.get("/v1/members").token(answer.text("/accessToken")).send().status()).isEqualTo(403);
    }

    @Test
    void logging_out_ends_the_session_and_clears_the_cookie() {
        Answer logout = app.post("/v1/auth/logout").cookie(COOKIE, first).send();

        assertThat(logout.status()).isEqualTo(204);
        assertThat(logout.header("Set-Cookie").orElseThrow()).contains("csai_refresh=; ", "Max-Age=0");
        assertThat(refresh(first).status()).isEqualTo(401);
        assertThat(app.post("/v1/auth/logout").send().status()).isEqualTo(204);
    }

    private static Answer refresh(String token) {
        return call(token, "browser").send();
    }

    private static Call call(String token, String client) {
        return app.post("/v1/auth/refresh").cookie(COOKIE, token).header("User-Agent", client);
    }
}
