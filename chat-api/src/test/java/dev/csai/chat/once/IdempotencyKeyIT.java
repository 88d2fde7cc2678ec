package dev.csai.chat.once;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.access.Role;
import dev.csai.chat.identity.Letterbox;
import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.Call;
import dev.csai.chat.testing.Owner;
import dev.csai.chat.testing.TestApp;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IdempotencyKeyIT {

    private static final TestApp app = TestApp.shared();

    private final Owner owner = Owner.of(app);
    private final String invited = TestApp.newEmail();

    @Test
    void somebody_who_is_invited_twice_under_one_key_has_one_mail() {
        invite("mine");
        String token = new Letterbox(app).lastToken(invited);

        assertThat(invite("mine").status()).isEqualTo(201);

        assertThat(new Letterbox(app).to(invited)).hasSize(1);
        assertThat(app.get("/v1/auth/invitations/" + token).send().status()).isEqualTo(200);
        invite("another");
        assertThat(new Letterbox(app).to(invited)).hasSize(2);
    }

    @Test
    void the_same_key_of_another_caller_tenant_or_operation_is_another() {
        String admin = TestApp.newEmail();
        app.member(owner.tenant(), Role.ADMIN, admin);
        String adminToken = app.token(admin);
        String server = owner.secret("knowledge:write");
        String otherServer = owner.secret("knowledge:write");
        String stranger = Owner.of(app).token();
        List<UnaryOperator<Call>> callers = List.of(call -> call.token(owner.token()), call -> call.token(adminToken),
                call -> call.key(server), call -> call.key(otherServer), call -> call.token(stranger));

        List<String> first = callers.stream().map(IdempotencyKeyIT::announced).toList();
        List<String> again = callers.stream().map(IdempotencyKeyIT::announced).toList();

        assertThat(first).doesNotHaveDuplicates().doesNotContain("");
        assertThat(again).isEqualTo(first);
        assertThat(announced(call -> call.token(owner.again().token()))).isEqualTo(first.getFirst());
        assertThat(invite("mine").status()).isEqualTo(201);
    }

    private static String announced(UnaryOperator<Call> caller) {
        return caller.apply(app.post("/v1/knowledge/uploads")).header("Idempotency-Key", "mine").json("""
                {"fileName": "a.txt", "contentType": "text/plain", "sizeBytes": 5}""").send().text("/documentId");
    }

    @Test
    void whoever_has_another_role_now_is_not_told_what_they_made_before() {
        Answer made = make("mine");
        app.sql("update chat.members set role = 'admin' where tenant_id = '%s'".formatted(owner.tenant()));
        Owner demoted = owner.again();

        Answer refused = make(demoted, "mine");

        assertThat(made.status()).isEqualTo(201);
        assertThat(refused.problem()).isEqualTo("key-reused");
    }

    @Test
    void what_failed_can_be_tried_again_under_its_key() {
        app.member(owner.tenant(), Role.AGENT, invited);
        assertThat(invite("mine").problem()).isEqualTo("conflict");
        app.sql("delete from chat.members where email = '%s'".formatted(invited));

        Answer invitation = invite("mine");

        assertThat(invitation.status()).isEqualTo(201);
        assertThat(invite("mine").response().body()).isEqualTo(invitation.response().body());
        assertThat(new Letterbox(app).to(invited)).hasSize(1);
    }

    @Test
    void an_answer_that_cannot_be_kept_takes_its_effect_with_it() {
        Effects before = Effects.at(app, owner.tenant());
        app.sql("""
                create function public.refuse_keys() returns trigger language plpgsql as $$
                begin raise exception 'the disk is full'; end $$;
                create trigger refused before insert on chat.idempotency_keys for each row
                when (new.tenant_id = '%s') execute function public.refuse_keys()""".formatted(owner.tenant()));
        try {
            assertThat(invite("mine").status()).isEqualTo(503);
            assertThat(make("mine").status()).isEqualTo(503);
            assertThat(Creation.files(owner, "one").header("Idempotency-Key", "mine").send().status()).isEqualTo(503);
        } finally {
            app.sql("drop trigger refused on chat.idempotency_keys; drop function public.refuse_keys()");
        }

        assertThat(Effects.at(app, owner.tenant())).isEqualTo(before);
        assertThat(invite("mine").status()).isEqualTo(201);
    }

    @Test
    void a_key_is_forgotten_after_a_day() {
        Answer made = make("mine");
        app.clock.forward(Duration.ofHours(24).minusSeconds(1));
        app.context().getBean(ExpiredAnswers.class).sweep().block();
        assertThat(make(owner.again(), "mine").response().body()).isEqualTo(made.response().body());
        app.clock.forward(Duration.ofSeconds(1));

        Answer another = make(owner.again(), "mine");

        assertThat(another.status()).isEqualTo(201);
        assertThat(another.text("/id")).isNotEqualTo(made.text("/id"));
        assertThat(make(owner.again(), "mine").response().body()).isEqualTo(another.response().body());
        app.clock.forward(Duration.ofHours(24));
        app.context().getBean(ExpiredAnswers.class).sweep().block();
        assertThat(kept()).isEmpty();
    }

    @Test
    void of_twenty_at_once_one_creates_and_the_others_are_asked_to_come_again() throws SQLException {
        List<CompletableFuture<Answer>> asked;
        try (Connection holder = app.database.connect(); Statement sql = holder.createStatement()) {
            holder.setAutoCommit(false);
            sql.execute("select from chat.tenants where id = '" + owner.tenant() + "' for update");
            asked = Stream.generate(() -> making(owner, "mine").sendAsync()).limit(20).toList();
            assertThat(app.eventually(() -> asked.stream().filter(CompletableFuture::isDone).count() == 19)).isTrue();
        }
        List<Answer> answers = asked.stream().map(CompletableFuture::join).toList();

        assertThat(answers).filteredOn(answer -> answer.status() == 409).hasSize(19).allSatisfy(answer -> {
            assertThat(answer.problem()).isEqualTo("in-flight");
            assertThat(answer.header("Retry-After")).contains("1");
        });
        assertThat(answers).filteredOn(answer -> answer.status() == 201).singleElement().satisfies(
                made -> assertThat(make("mine").response().body()).isEqualTo(made.response().body()));
        assertThat(app.rows("select id from chat.api_keys where tenant_id = '%s'".formatted(owner.tenant())))
                .hasSize(1);
    }

    @Test
    void twenty_who_do_not_wait_for_each_other_get_one_key_as_well() {
        List<Answer> answers = Stream.generate(() -> making(owner, "mine").sendAsync()).limit(20).toList().stream()
                .map(CompletableFuture::join).toList();

        assertThat(answers).extracting(Answer::status).contains(201).containsOnly(201, 409);
        assertThat(answers).filteredOn(answer -> answer.status() == 201)
                .extracting(answer -> answer.response().body()).containsOnly(make("mine").response().body());
    }

    @Test
    void a_secret_that_is_told_again_cannot_be_read_in_the_table() {
        String secret = make("a-key-of-mine").text("/key");
        owner.call("POST", "/v1/tenant/contact-secret").header("Idempotency-Key", "mine").send();

        assertThat(kept()).hasSize(2).noneMatch(row -> row.contains(secret) || row.contains("a-key-of-mine")
                || row.contains(base64(secret)) || row.contains("cs_"));
    }

    @Test
    void a_repeat_has_an_entry_of_its_own_that_tells_of_no_change() {
        invite("mine");
        invite("mine");

        assertThat(app
                .rows("""
                        select outcome || ', ' || coalesce(target_kind, 'nothing') || ', ' || coalesce(after ->> 'role', 'nothing')
                        from chat.audit_entries where tenant_id = '%s' and operation = 'POST /v1/members' order by id
                        """
                        .formatted(owner.tenant())))
                .containsExactly("allowed, member, agent", "allowed, nothing, nothing");
    }

    static Stream<List<String>> malformed() {
        return Stream.of(List.of(""), List.of("two words"), List.of("k".repeat(256)), List.of("a\ttab"),
                List.of("one", "two"));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void a_key_has_its_form(List<String> keys) {
        Call call = owner.call("POST", "/v1/tenant/contact-secret");
        keys.forEach(key -> call.header("Idempotency-Key", key));

        Answer refused = call.send();

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("Idempotency-Key");
        assertThat(refused.text("/errors/0/code")).isEqualTo("malformed");
        assertThat(owner.call("GET", "/v1/tenant/contact-secret").send().status()).isEqualTo(404);
    }

    @Test
    void a_key_may_be_as_long_as_this() {
        assertThat(make("~".repeat(255)).status()).isEqualTo(201);
    }

    private Answer invite(String key) {
        return owner.call("POST", "/v1/members").header("Idempotency-Key", key).json("""
                {"email": "%s", "role": "agent"}""".formatted(invited)).send();
    }

    private Answer make(String key) {
        return make(owner, key);
    }

    private static Answer make(Owner by, String key) {
        return making(by, key).send();
    }

    private static Call making(Owner by, String key) {
        return by.call("POST", "/v1/api-keys").header("Idempotency-Key", key).json("""
                {"name": "Shop server", "kind": "secret", "scopes": ["tenant:read"]}""");
    }

    private List<String> kept() {
        return app.rows("select to_jsonb(k)::text from chat.idempotency_keys k where tenant_id = '%s'"
                .formatted(owner.tenant()));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)).substring(0, 20);
    }
}
