package dev.csai.chat.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.access.Caller.Member;
import dev.csai.chat.db.TenantTransaction;
import dev.csai.chat.testing.Owner;
import dev.csai.chat.testing.TestApp;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a token is worth whose member is gone, or has another role. */
class KnownMembersIT {

    private static final TestApp app = TestApp.shared();

    private final Owner owner = Owner.of(app);
    private final String email = TestApp.newEmail();
    private final Member agent = app.member(owner.tenant(), Role.AGENT, email);
    private final Instant issuedAt = app.clock.instant();
    private final String token = app.token(email);
    /** What another process believes. */
    private final KnownMembers elsewhere = new KnownMembers(app.context().getBean(TenantTransaction.class), app.clock);

    @Test
    void a_removed_members_token_is_dead_at_once_where_that_was_done() {
        assertThat(status(token)).isEqualTo(200);

        assertThat(owner.call("DELETE", "/v1/members/" + agent.memberId()).send().status()).isEqualTo(204);

        assertThat(status(token)).isEqualTo(401);
        assertThat(app.get("/v1/tenant").token(token).send().problem()).isEqualTo("unauthenticated");
    }

    @Test
    void another_role_asks_for_another_token() {
        assertThat(status(token)).isEqualTo(200);
        String session = app.login(email, TestApp.PASSWORD).cookie("csai_refresh").orElseThrow();

        changeTo("admin");

        assertThat(status(token)).isEqualTo(401);
        String renewed = app.post("/v1/auth/refresh").cookie("csai_refresh", session).send().text("/accessToken");
        assertThat(app.get("/v1/members").token(renewed).send().status()).isEqualTo(200);
    }

    @Test
    void elsewhere_it_is_dead_within_half_a_minute_and_not_looked_up_before() {
        assertThat(holds(agent, issuedAt)).isTrue();
        owner.call("DELETE", "/v1/members/" + agent.memberId()).send();

        app.clock.forward(Duration.ofSeconds(29));
        assertThat(holds(agent, issuedAt)).as("what was read is believed").isTrue();
        app.clock.forward(Duration.ofSeconds(1));

        assertThat(holds(agent, issuedAt)).isFalse();
        app.sql("insert into chat.members (tenant_id, id, person_id, role, email, name, created_at) values"
                + " ('%s', '%s', '%s', 'agent', '%s', 'Somebody', now())".formatted(agent.tenant(), agent.memberId(),
                        agent.personId(), email));
        assertThat(holds(agent, issuedAt)).as("a token that is over costs no look-up").isFalse();
    }

    @Test
    void a_token_of_the_new_role_is_good_everywhere_at_once() {
        app.clock.forward(Duration.ofMinutes(1));
        assertThat(holds(agent, issuedAt)).isTrue();
        changeTo("admin");

        assertThat(holds(as(Role.ADMIN), app.clock.instant())).isTrue();
        assertThat(holds(agent, issuedAt)).isFalse();
    }

    @Test
    void a_member_of_another_tenant_is_nobody_here() {
        Member stranger = new Member(app.tenant(1000), agent.memberId(), agent.personId(), Role.AGENT);

        assertThat(holds(stranger, issuedAt)).isFalse();
    }

    private Member as(Role role) {
        return new Member(agent.tenant(), agent.memberId(), agent.personId(), role);
    }

    private void changeTo(String role) {
        assertThat(owner.again().call("PATCH", "/v1/members/" + agent.memberId())
                .json("PATCH", "{\"role\": \"%s\"}".formatted(role)).send().status()).isEqualTo(200);
    }

    private boolean holds(Member member, Instant issued) {
        return elsewhere.standing(member, issued).blockOptional().orElseThrow() == Standing.FULL;
    }

    private static int status(String token) {
        return app.get("/v1/tenant").token(token).send().status();
    }
}
