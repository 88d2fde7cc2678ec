package dev.csai.chat.member;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.access.Caller.Member;
import dev.csai.chat.access.Role;
import dev.csai.chat.identity.Letterbox;
import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.Owner;
import dev.csai.chat.testing.TestApp;
import dev.csai.shared.Ids;
import dev.csai.shared.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class MembersIT {

    private static final TestApp app = TestApp.shared();
    private static final Letterbox letterbox = new Letterbox(app);
    private static final String NEW_PASSWORD = "umbrella quartz seventeen";

    private final TenantId tenant = app.tenant(1000);
    private final String ownerEmail = TestApp.newEmail();
    private final Member owner = app.member(tenant, Role.OWNER, ownerEmail);
    private final String ownerToken = app.token(ownerEmail);

    @Test
    void an_invitation_makes_a_member_of_somebody_without_an_account() {
        String email = TestApp.newEmail();
        Answer invited = invite(ownerToken, email, "agent");
        assertThat(invited.status()).isEqualTo(201);
        assertThat(invited.text("/status")).isEqualTo("invited");
        String token = letterbox.lastToken(email);

        Answer look = app.get("/v1/auth/invitations/" + token).send();
        assertThat(look.json().toString()).isEqualTo("""
                {"email":"%s","role":"agent","inviter":"Somebody","tenantName":"Tenant %s","hasAccount":false}"""
                .formatted(email, tenant));
        Answer accepted = accept(token, """
                {"name": "Noa Agent", "password": "%s"}""".formatted(NEW_PASSWORD));

        assertThat(accepted.text("/member/role")).isEqualTo("agent");
        assertThat(accepted.text("/member/name")).isEqualTo("Noa Agent");
        assertThat(accept(token, "{}").problem()).isEqualTo("link-over");
        assertThat(emails(ownerToken)).containsExactly(ownerEmail, email);
        assertThat(app.login(email, NEW_PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void somebody_with_an_account_joins_with_it() {
        String email = TestApp.newEmail();
        app.member(app.tenant(1000), Role.OWNER, email);
        invite(ownerToken, email, "admin");
        String token = letterbox.lastToken(email);

        assertThat(app.get("/v1/auth/invitations/" + token).send().json().at("/hasAccount").asBoolean()).isTrue();
        Answer accepted = accept(token, "{}");

        assertThat(accepted.text("/member/tenantId")).isEqualTo(tenant.toString());
        assertThat(accepted.text("/member/role")).isEqualTo("admin");
        assertThat(app.login(email, TestApp.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void without_name_or_a_good_password_nobody_joins_and_the_invitation_stays() {
        String email = TestApp.newEmail();
        invite(ownerToken, email, "agent");
        String token = letterbox.lastToken(email);

        assertThat(accept(token, "{}").text("/errors/0/pointer")).isEqualTo("/name");
        assertThat(accept(token, "{\"name\": \"Noa\"}").text("/errors/0/pointer")).isEqualTo("/password");
        assertThat(accept(token, "{\"name\": \"Noa\", \"password\": \"password1234\"}").text("/errors/0/code"))
                .isEqualTo("too-common");
        assertThat(app.get("/v1/auth/invitations/" + token).send().status()).isEqualTo(200);
    }

    @Test
    void an_invitation_that_is_taken_back_replaced_or_a_week_old_is_over() {
        String email = TestApp.newEmail();
        String first = token(invite(ownerToken, email, "agent"), email);
        Answer again = invite(ownerToken, email, "admin");
        String second = token(again, email);
        assertThat(accept(first, "{}").problem()).isEqualTo("link-over");

        assertThat(app.call("DELETE", "/v1/members/" + again.text("/id")).token(ownerToken).send().status())
                .isEqualTo(204);
        assertThat(accept(second, "{}").problem()).isEqualTo("link-over");
        assertThat(emails(ownerToken)).containsExactly(ownerEmail);

        String third = token(invite(ownerToken, email, "agent"), email);
        app.clock.forward(Duration.ofDays(7));
        assertThat(app.get("/v1/auth/invitations/" + third).send().problem()).isEqualTo("link-over");
    }

    @Test
    void somebody_invited_twice_is_invited_once_for_another_week() {
        String email = TestApp.newEmail();
        invite(ownerToken, email, "agent");
        app.clock.forward(Duration.ofMinutes(10));
        Answer again = invite(ownerToken, email, "admin");

        assertThat(again.text("/expiresAt")).isEqualTo(app.clock.instant().plus(Duration.ofDays(7)).toString());
        assertThat(emails(ownerToken)).containsExactly(ownerEmail, email);
        assertThat(letterbox.to(email)).hasSize(2);
        assertThat(accept(letterbox.lastToken(email), "{\"name\": \"Noa\", \"password\": \"%s\"}"
                .formatted(NEW_PASSWORD)).text("/member/role")).isEqualTo("admin");
    }

    @Test
    void nobody_is_mailed_invitations_without_end_and_the_last_one_stays_good() {
        TestApp strict = TestApp.strict();
        var mails = new Letterbox(strict);
        Owner host = Owner.of(strict);
        String email = TestApp.newEmail();
        String body = "{\"email\": \"%s\", \"role\": \"agent\"}".formatted(email);
        host.call("POST", "/v1/members").json(body).send();
        assertThat(host.call("POST", "/v1/members").json(body).send().status()).isEqualTo(201);

        Answer third = host.call("POST", "/v1/members").json(body).send();
        Answer others = Owner.of(strict).call("POST", "/v1/members").json(body).send();

        assertThat(third.problem()).isEqualTo("rate-limited");
        assertThat(third.header("Retry-After")).isPresent();
        assertThat(others.problem()).as("whoever invites").isEqualTo("rate-limited");
        assertThat(mails.to(email)).hasSize(2);
        assertThat(strict.get("/v1/auth/invitations/" + mails.lastToken(email)).send().text("/email"))
                .isEqualTo(email);
    }

    @Test
    void a_role_that_is_changed_holds_from_the_next_renewal_on() {
        String email = TestApp.newEmail();
        Member agent = app.member(tenant, Role.AGENT, email);
        String cookie = "csai_refresh=" + app.login(email, TestApp.PASSWORD).cookie("csai_refresh").orElseThrow();

        Answer changed = change(ownerToken, agent.memberId(), "admin");

        assertThat(changed.text("/role")).isEqualTo("admin");
        assertThat(app.post("/v1/auth/refresh").header("Cookie", cookie).send().text("/member/role"))
                .isEqualTo("admin");
    }

    @Test
    void who_is_removed_renews_nothing() {
        String email = TestApp.newEmail();
        Member agent = app.member(tenant, Role.AGENT, email);
        String cookie = "csai_refresh=" + app.login(email, TestApp.PASSWORD).cookie("csai_refresh").orElseThrow();

        assertThat(remove(ownerToken, agent.memberId()).status()).isEqualTo(204);

        assertThat(app.post("/v1/auth/refresh").header("Cookie", cookie).send().status()).isEqualTo(401);
        assertThat(app.login(email, TestApp.PASSWORD).status()).isEqualTo(401);
        assertThat(remove(ownerToken, agent.memberId()).problem()).isEqualTo("not-found");
    }

    @Test
    void the_last_owner_stays() {
        assertThat(remove(ownerToken, owner.memberId()).problem()).isEqualTo("conflict");
        assertThat(change(ownerToken, owner.memberId(), "admin").problem()).isEqualTo("conflict");
        assertThat(change(ownerToken, owner.memberId(), "owner").status()).isEqualTo(200);
    }

    @Test
    void two_owners_who_remove_each_other_at_once_leave_one() throws Exception {
        String otherEmail = TestApp.newEmail();
        Member other = app.member(tenant, Role.OWNER, otherEmail);
        String otherToken = app.token(otherEmail);

        List<Callable<Integer>> removals = List.of(() -> remove(ownerToken, other.memberId()).status(),
                () -> remove(otherToken, owner.memberId()).status());
        try (ExecutorService people = Executors.newFixedThreadPool(2)) {
            List<Integer> statuses = new java.util.ArrayList<>();
            for (Future<Integer> status : people.invokeAll(removals)) {
                statuses.add(status.get());
            }
            // Whoever comes second is the last owner by then, or no member any more.
            assertThat(statuses).containsOnlyOnce(204).containsAnyOf(409, 401);
        }
        assertThat(app.rows("select 1 from chat.members where tenant_id = '%s' and role = 'owner'".formatted(tenant)))
                .hasSize(1);
    }

    @Test
    void an_admin_decides_about_everybody_but_owners() {
        String adminEmail = TestApp.newEmail();
        app.member(tenant, Role.ADMIN, adminEmail);
        String admin = app.token(adminEmail);
        Member agent = app.member(tenant, Role.AGENT, TestApp.newEmail());

        assertThat(change(admin, agent.memberId(), "admin").status()).isEqualTo(200);
        assertThat(change(admin, agent.memberId(), "owner").problem()).isEqualTo("forbidden");
        assertThat(change(admin, owner.memberId(), "agent").problem()).isEqualTo("forbidden");
        assertThat(remove(admin, owner.memberId()).problem()).isEqualTo("forbidden");
        assertThat(invite(admin, TestApp.newEmail(), "owner").problem()).isEqualTo("forbidden");
        assertThat(invite(admin, TestApp.newEmail(), "agent").status()).isEqualTo(201);
    }

    @Test
    void an_agent_reaches_none_of_it() {
        String email = TestApp.newEmail();
        app.member(tenant, Role.AGENT, email);
        String agent = app.token(email);

        assertThat(app.get("/v1/members").token(agent).send().problem()).isEqualTo("forbidden");
        assertThat(invite(agent, TestApp.newEmail(), "agent").problem()).isEqualTo("forbidden");
        assertThat(remove(agent, owner.memberId()).problem()).isEqualTo("forbidden");
    }

    @Test
    void anothers_members_are_like_unknown_ones() {
        TenantId other = app.tenant(1000);
        Member stranger = app.member(other, Role.AGENT, TestApp.newEmail());

        for (UUID id : List.of(stranger.memberId(), Ids.next())) {
            assertThat(change(ownerToken, id, "admin").problem()).isEqualTo("not-found");
            assertThat(remove(ownerToken, id).problem()).isEqualTo("not-found");
        }
        assertThat(emails(ownerToken)).containsExactly(ownerEmail);
    }

    @Test
    void who_is_a_member_already_is_not_invited() {
        assertThat(invite(ownerToken, ownerEmail.toUpperCase(java.util.Locale.ROOT), "agent").problem())
                .isEqualTo("conflict");
        assertThat(invite(ownerToken, "nobody", "agent").text("/errors/0/pointer")).isEqualTo("/email");
        assertThat(invite(ownerToken, TestApp.newEmail(), "king").text("/errors/0/pointer")).isEqualTo("/role");
    }

    @Test
    void the_list_comes_in_pages() {
        for (int number = 0; number < 4; number++) {
            app.member(tenant, Role.AGENT, TestApp.newEmail());
        }
        Answer first = app.get("/v1/members?limit=3").token(ownerToken).send();
        Answer second = app.get("/v1/members?limit=3&cursor=" + first.text("/nextCursor")).token(ownerToken).send();

        assertThat(first.json().at("/items")).hasSize(3);
        assertThat(second.json().at("/items")).hasSize(2);
        assertThat(second.json().at("/nextCursor").isNull()).isTrue();
    }

    private static String token(Answer invited, String email) {
        assertThat(invited.status()).isEqualTo(201);
        return letterbox.lastToken(email);
    }

    private static List<String> emails(String token) {
        Answer answer = app.get("/v1/members").token(token).send();
        assertThat(answer.status()).isEqualTo(200);
        return StreamSupport.stream(answer.json().at("/items").spliterator(), false)
                .map(member -> member.at("/email").asString()).toList();
    }

    private static Answer invite(String token, String email, String role) {
        return app.post("/v1/members").token(token).json("""
                {"email": "%s", "role": "%s"}""".formatted(email, role)).send();
    }

    private static Answer change(String token, UUID member, String role) {
        return app.call("PATCH", "/v1/members/" + member).token(token).json("PATCH", "{\"role\": \"" + role + "\"}")
                .send();
    }

    private static Answer remove(String token, UUID member) {
        return app.call("DELETE", "/v1/members/" + member).token(token).send();
    }

    private static Answer accept(String token, String body) {
        return app.post("/v1/auth/invitations/" + token + "/accept").json(body).send();
    }
}
