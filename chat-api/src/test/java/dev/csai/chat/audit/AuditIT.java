package dev.csai.chat.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.access.Caller.Member;
import dev.csai.chat.access.Role;
import dev.csai.chat.identity.Letterbox;
import dev.csai.chat.inbox.Talks;
import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.Owner;
import dev.csai.chat.testing.TestApp;
import dev.csai.chat.throttle.LocalWindows;
import dev.csai.shared.Ids;
import dev.csai.shared.TenantId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AuditIT {

    private static final TestApp app = TestApp.shared();
    private static final String TRANSCRIPT = "GET /v1/admin/conversations/{id}/messages";

    private final Owner owner = Owner.of(app);
    private final Log log = Log.of(owner);
    private final String ownerId = idOf(owner.email());

    @Test
    void a_change_is_told_of_with_who_made_it_before_and_after() {
        Member agent = app.member(owner.tenant(), Role.AGENT, "noa." + TestApp.newEmail());
        String email = app.rows("select email from chat.members where id = '" + agent.memberId() + "'").getFirst();

        change(agent, "admin");

        assertThat(log.of("PATCH /v1/members/{id}")).hasSize(1).first().extracting(Log::bare).isEqualTo("""
                {"actor":{"kind":"member","id":"%s","name":"Somebody"},"operation":"PATCH /v1/members/{id}",\
                "target":{"kind":"member","id":"%s"},"outcome":"allowed",\
                "before":{"email":"%s","name":"Somebody","role":"agent","status":"active"},\
                "after":{"email":"%3$s","name":"Somebody","role":"admin","status":"active"}}"""
                .formatted(ownerId, agent.memberId(), email));
    }

    @Test
    void a_key_of_a_server_is_an_actor_too() {
        String key = owner.secret("knowledge:write");
        Answer added = app.post("/v1/knowledge/texts").key(key).json("""
                {"title": "Hours", "text": "We open at nine."}""").send();

        JsonNode entry = log.of("POST /v1/knowledge/texts").getFirst();

        assertThat(entry.at("/actor/kind").asString()).isEqualTo("backend");
        assertThat(entry.at("/actor/name").asString()).isEqualTo("Shop server");
        assertThat(entry.at("/target/id").asString()).isEqualTo(added.text("/id"));
        assertThat(entry.at("/after").propertyNames()).containsExactlyInAnyOrder("id", "kind", "fileName",
                "contentType", "sizeBytes", "sha256");
    }

    @Test
    void what_is_refused_or_fails_has_its_entry_without_before_and_after() {
        String agent = TestApp.newEmail();
        Member member = app.member(owner.tenant(), Role.AGENT, agent);
        app.call("DELETE", "/v1/members/" + ownerId).token(app.token(agent)).send();
        owner.call("PATCH", "/v1/tenant").json("PATCH", "{\"branding\": {\"color\": \"red\"}}").send();
        change(new Member(owner.tenant(), Ids.next(), Ids.next(), Role.AGENT), "owner");

        assertThat(log.of("DELETE /v1/members/{id}")).extracting(Log::bare).containsExactly("""
                {"actor":{"kind":"member","id":"%s","name":"Somebody"},"operation":"DELETE /v1/members/{id}",\
                "target":{"kind":"member","id":"%s"},"outcome":"denied","problem":"forbidden"}"""
                .formatted(member.memberId(), ownerId));
        assertThat(log.of("PATCH /v1/tenant")).extracting(Log::bare).containsExactly("""
                {"actor":{"kind":"member","id":"%s","name":"Somebody"},"operation":"PATCH /v1/tenant",\
                "outcome":"failed","problem":"invalid-request"}""".formatted(ownerId));
        assertThat(log.of("PATCH /v1/members/{id}")).extracting(entry -> entry.at("/problem").asString())
                .containsExactly("not-found");
    }

    @Test
    void a_patch_that_changes_nothing_is_an_entry_and_reading_is_none() {
        owner.call("PATCH", "/v1/tenant").json("PATCH", "{}").send();
        owner.call("GET", "/v1/tenant").send();
        owner.call("POST", "/v1/knowledge/search").json("{\"query\": \"hours\"}").send();
        owner.call("DELETE", "/v1/tenant").send();

        assertThat(log.entries("")).extracting(entry -> entry.at("/operation").asString())
                .containsExactly("PATCH /v1/tenant", "POST /v1/auth/login");
        JsonNode entry = log.of("PATCH /v1/tenant").getFirst();
        assertThat(entry.at("/before").isObject()).isTrue();
        assertThat(entry.at("/after")).isEqualTo(entry.at("/before"));
    }

    @Test
    void an_address_that_is_spelled_with_escapes_is_told_of_as_any_other() {
        Member agent = app.member(owner.tenant(), Role.AGENT, TestApp.newEmail());
        UUID conversation = new Talks(app, owner.tenant()).begun(app.clock.instant());
        String transcript = "/v1/admin/%63onversations/" + conversation + "/messages";
        String operator = Log.operator(app);

        assertThat(owner.call("DELETE", "/%761/members/" + agent.memberId()).send().status()).isEqualTo(204);
        assertThat(app.get(transcript).token(operator).send().status()).isEqualTo(200);

        assertThat(log.of("DELETE /v1/members/{id}")).extracting(entry -> entry.at("/target/id").asString())
                .containsExactly(agent.memberId().toString());
        assertThat(log.of(TRANSCRIPT)).extracting(entry -> entry.at("/target/id").asString())
                .containsExactly(conversation.toString());
    }

    @Test
    void who_asks_for_the_head_of_a_transcript_alone_has_looked_too() {
        UUID conversation = new Talks(app, owner.tenant()).begun(app.clock.instant());

        app.call("HEAD", "/v1/admin/conversations/" + conversation + "/messages").token(Log.operator(app)).send();

        assertThat(log.of(TRANSCRIPT)).hasSize(1);
    }

    @Test
    void a_failed_log_in_is_in_the_log_of_whose_account_was_tried_or_in_the_platforms() {
        Log platform = Log.ofPlatform(app);
        int before = platform.of("POST /v1/auth/login").size();
        app.login(owner.email(), "not the password");
        app.login(TestApp.newEmail(), "not the password");

        assertThat(log.entries("outcome=denied")).extracting(Log::bare).containsExactly("""
                {"actor":{"kind":"anonymous"},"operation":"POST /v1/auth/login",\
                "target":{"kind":"member","id":"%s"},"outcome":"denied","problem":"wrong-credentials"}"""
                .formatted(ownerId));
        List<JsonNode> platforms = platform.of("POST /v1/auth/login");
        assertThat(platforms).hasSize(before + 1);
        assertThat(Log.bare(platforms.getFirst())).isEqualTo("""
                {"actor":{"kind":"anonymous"},"operation":"POST /v1/auth/login","outcome":"denied",\
                "problem":"wrong-credentials"}""");
    }

    @Test
    void no_password_key_or_token_is_in_the_log() {
        Answer key = owner.makeSecret("tenant:read");
        owner.call("POST", "/v1/api-keys/" + key.text("/id") + "/rotate").send();
        owner.call("DELETE", "/v1/members/" + key.text("/key")).send();
        String invited = TestApp.newEmail();
        owner.call("POST", "/v1/members").json("{\"email\": \"%s\", \"role\": \"agent\"}".formatted(invited)).send();
        String token = new Letterbox(app).lastToken(invited);
        String accept = "/v1/auth/invitations/" + token + "/accept";
        app.post(accept).json("{\"name\": \"Noa\", \"password\": \"umbrella quartz seventeen\"}").send();
        app.post(accept).json("{}").send();
        String upload = URI.create(owner.call("POST", "/v1/knowledge/uploads").json("""
                {"fileName": "a.txt", "contentType": "text/plain", "sizeBytes": 5}""").send().text("/uploadUrl"))
                .getPath();
        app.call("PUT", upload).header("Content-Type", "text/plain").body("PUT", new byte[5]).send();

        assertThat(log.entries("")).extracting(entry -> entry.at("/operation").asString()).contains(
                "PUT /v1/uploads/{token}", "POST /v1/auth/invitations/{token}/accept", "POST /v1/members");
        List<String> secrets = List.of(key.text("/key"), key.text("/prefix"), token, "umbrella", TestApp.PASSWORD,
                upload.substring("/v1/uploads/".length(), "/v1/uploads/".length() + 20), owner.token());
        assertThat(secrets).allSatisfy(secret -> assertThat(
                app.rows("select id from chat.audit_entries e where strpos(e::text, '" + secret + "') > 0"))
                .isEmpty());
    }

    @Test
    void an_entry_that_was_rolled_back_with_its_change_makes_room_for_that_of_the_failure() {
        String document = owner.call("POST", "/v1/knowledge/texts").json("""
                {"title": "Hours", "text": "We open at nine."}""").send().text("/id");
        app.sql("""
                create function public.fail() returns trigger language plpgsql as $$
                begin raise exception 'meant to fail' using errcode = 'check_violation'; end $$;
                create trigger fail before insert on chat.outbox for each row when (new.tenant_id = '%s')
                execute function public.fail()""".formatted(owner.tenant()));
        try {
            owner.call("DELETE", "/v1/knowledge/documents/" + document).send();
        } finally {
            app.sql("drop trigger fail on chat.outbox; drop function public.fail()");
        }

        assertThat(log.of("DELETE /v1/knowledge/documents/{id}")).extracting(Log::bare).containsExactly("""
                {"actor":{"kind":"member","id":"%s","name":"Somebody"},\
                "operation":"DELETE /v1/knowledge/documents/{id}","target":{"kind":"document","id":"%s"},\
                "outcome":"failed","problem":"internal"}""".formatted(ownerId, document));
        owner.call("DELETE", "/v1/knowledge/documents/" + document).send();
        assertThat(log.of("DELETE /v1/knowledge/documents/{id}"))
                .extracting(entry -> entry.at("/outcome").asString()).containsExactly("allowed", "failed");
    }

    @Test
    void an_entry_counts_as_written_when_its_commit_has_succeeded_and_not_before() {
        Member agent = app.member(owner.tenant(), Role.AGENT, TestApp.newEmail());
        app.sql("""
                create function public.fail_late() returns trigger language plpgsql as $$
                begin raise exception 'meant to fail' using errcode = 'check_violation'; end $$;
                create constraint trigger fail_late after update on chat.members deferrable initially deferred
                for each row when (new.tenant_id = '%s') execute function public.fail_late()"""
                .formatted(owner.tenant()));
        try {
            change(agent, "admin");
        } finally {
            app.sql("drop trigger fail_late on chat.members; drop function public.fail_late()");
        }

        assertThat(log.of("PATCH /v1/members/{id}")).extracting(Log::bare).containsExactly("""
                {"actor":{"kind":"member","id":"%s","name":"Somebody"},"operation":"PATCH /v1/members/{id}",\
                "target":{"kind":"member","id":"%s"},"outcome":"failed","problem":"internal"}"""
                .formatted(ownerId, agent.memberId()));
    }

    @Test
    void a_change_whose_answer_fails_keeps_its_one_entry() {
        app.sql("""
                create function public.fail_after() returns trigger language plpgsql as $$
                begin raise exception 'meant to fail' using errcode = 'check_violation'; end $$;
                create trigger fail_after before insert on chat.refresh_tokens for each row
                when (new.tenant_id = '%s') execute function public.fail_after()""".formatted(owner.tenant()));
        Answer answer;
        try {
            answer = owner.call("POST", "/v1/me/password").json("""
                    {"currentPassword": "%s", "newPassword": "umbrella quartz seventeen"}"""
                    .formatted(TestApp.PASSWORD)).send();
        } finally {
            app.sql("drop trigger fail_after on chat.refresh_tokens; drop function public.fail_after()");
        }

        assertThat(answer.status()).isEqualTo(500);
        assertThat(log.of("POST /v1/me/password")).extracting(Log::bare).containsExactly("""
                {"actor":{"kind":"member","id":"%1$s","name":"Somebody"},"operation":"POST /v1/me/password",\
                "target":{"kind":"member","id":"%1$s"},"outcome":"allowed"}""".formatted(ownerId));
    }

    @Test
    void entries_are_found_by_who_what_when_and_page_by_page() {
        Member agent = app.member(owner.tenant(), Role.AGENT, TestApp.newEmail());
        change(agent, "admin");
        app.clock.forward(java.time.Duration.ofSeconds(2));
        String later = app.clock.instant().toString();
        owner.call("PATCH", "/v1/tenant").json("PATCH", "{\"name\": \"Cafe Tel-Aviv\"}").send();

        assertThat(log.entries("actor=" + ownerId)).hasSize(3);
        assertThat(log.entries("actor=backend")).isEmpty();
        assertThat(log.entries("actor=someb")).hasSize(3);
        assertThat(log.entries("target=" + agent.memberId())).hasSize(1);
        assertThat(log.entries("text=cafe+tel")).hasSize(1);
        assertThat(log.entries("from=" + later)).hasSize(1);
        assertThat(log.entries("to=" + later)).hasSize(2);
        Answer first = log.page("limit=2");
        assertThat(first.json().at("/items")).hasSize(2);
        Answer second = log.page("limit=2&cursor=" + first.text("/nextCursor"));
        assertThat(second.json().at("/items")).hasSize(1);
        assertThat(second.json().at("/nextCursor").isNull()).isTrue();
        assertThat(log.page("outcome=perhaps").problem()).isEqualTo("invalid-request");
        assertThat(log.page("from=yesterday").problem()).isEqualTo("invalid-request");
        Log all = new Log(app, "/v1/admin/audit-log?tenantId=" + owner.tenant() + "&", Log.operator(app));
        assertThat(all.entries("")).extracting(entry -> entry.at("/tenantId").asString()).hasSize(3)
                .containsOnly(owner.tenant().toString());
    }

    @Test
    void nobody_fills_the_log_with_refusals_and_one_kind_does_not_hide_another() {
        Allowance allowance = new Allowance(app.context().getBean(LocalWindows.class),
                new AuditSettings(2, 1_000_000, 3),
                new SimpleMeterRegistry());
        String network = UUID.randomUUID().toString();

        assertThat(granted(allowance, refused(null, network, "rate-limited"), 4)).isEqualTo(2);
        assertThat(granted(allowance, refused(null, network, "wrong-credentials"), 4)).isEqualTo(2);
        assertThat(granted(allowance, refused(Ids.next(), network, "forbidden"), 4)).isEqualTo(3);
    }

    private static long granted(Allowance allowance, Entry entry, int times) {
        return IntStream.range(0, times).filter(time -> allowance.grants(entry)).count();
    }

    private static Entry refused(@Nullable UUID member, String network, String problem) {
        return new Entry(TenantId.PLATFORM, Ids.next(), app.clock.instant(),
                member == null ? Actor.NOBODY : new Actor(Actor.MEMBER, member, null), "POST /v1/auth/login", null,
                Outcome.DENIED, problem, null, null, network, "1");
    }

    private void change(Member member, String role) {
        owner.call("PATCH", "/v1/members/" + member.memberId()).json("PATCH", "{\"role\": \"" + role + "\"}").send();
    }

    private static String idOf(String email) {
        return app.rows("select id from chat.members where email = '" + email + "'").getFirst();
    }
}
