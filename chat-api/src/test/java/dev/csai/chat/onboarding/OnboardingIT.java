package dev.csai.chat.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.audit.Changes;
import dev.csai.chat.audit.Log;
import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.Owner;
import dev.csai.chat.testing.Shelf;
import dev.csai.chat.testing.TestApp;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnboardingIT {

    private static final TestApp app = TestApp.shared();
    private static final String PAGE = "https://shop.example";
    private static final String QUESTION = "When is the bicycle shop open on Friday?";
    private static final String UNANSWERABLE = "Who was the first emperor of Rome?";

    private final Owner owner = Owner.of(app);

    @Test
    void a_newcomer_takes_one_step_after_the_other() {
        assertThat(onboarding().response().body()).isEqualTo("""
                {"steps":[{"step":"knowledge","done":false},{"step":"tried","done":false},\
                {"step":"embedded","done":false},{"step":"answered","done":false}],"dismissed":false}""");

        owner.call("POST", "/v1/knowledge/texts").json("{\"title\": \"Hours\", \"text\": \"We open at nine.\"}").send();
        assertThat(done()).as("added and not searchable yet").isEmpty();
        Shelf.fill(app, owner.tenant());
        assertThat(done()).isEqualTo("knowledge");

        owner.call("POST", "/v1/assistant/test").json("{\"text\": \"" + UNANSWERABLE + "\"}").send();
        owner.call("POST", "/v1/assistant/test").json("{\"text\": \"" + QUESTION + "\"}").send();
        assertThat(done()).isEqualTo("knowledge tried");

        String key = owner.make("{\"name\": \"Site\", \"kind\": \"publishable\", \"allowedOrigins\": [\"%s\"]}"
                .formatted(PAGE)).text("/key");
        assertThat(done()).as("allowed and not seen yet").isEqualTo("knowledge tried");
        ask(key, UNANSWERABLE);
        assertThat(done()).isEqualTo("knowledge tried embedded");
        ask(key, QUESTION);
        assertThat(done()).isEqualTo("knowledge tried embedded answered");
    }

    @Test
    void a_key_that_a_page_elsewhere_has_loaded_the_widget_with_shows_that_it_is_there() {
        String id = owner.make("{\"name\": \"Site\", \"kind\": \"publishable\", \"allowedOrigins\": [\"%s\"]}"
                .formatted(PAGE)).text("/id");
        app.sql("update chat.api_keys set last_used_at = now() where id = '" + id + "'");

        assertThat(done()).isEqualTo("embedded");
    }

    @Test
    void what_is_said_on_pages_of_this_server_does_not_show_it() {
        String key = owner.make("{\"name\": \"Site\", \"kind\": \"publishable\"}").text("/key");
        app.post("/v1/chat/messages").key(key).json(message(UNANSWERABLE)).send();

        assertThat(done()).isEmpty();
    }

    @Test
    void a_server_that_tries_the_assistant_takes_no_step_for_the_people() {
        assertThat(app.post("/v1/assistant/test").key(owner.secret("assistant:write"))
                .json("{\"text\": \"" + UNANSWERABLE + "\"}").send().status()).isEqualTo(200);

        assertThat(done()).isEmpty();
    }

    @Test
    void an_answer_is_given_also_when_the_step_cannot_be_noted() {
        app.sql("""
                create function public.fail_step() returns trigger language plpgsql as $$
                begin raise exception 'meant to fail' using errcode = 'check_violation'; end $$;
                create trigger fail_step before insert on chat.onboarding for each row when (new.tenant_id = '%s')
                execute function public.fail_step()""".formatted(owner.tenant()));
        try {
            assertThat(owner.call("POST", "/v1/assistant/test").json("{\"text\": \"" + UNANSWERABLE + "\"}").send()
                    .text("/outcome")).isEqualTo("abstained");
        } finally {
            app.sql("drop trigger fail_step on chat.onboarding; drop function public.fail_step()");
        }
        assertThat(done()).isEmpty();
    }

    @Test
    void another_tenants_steps_are_not_mine() {
        Owner other = Owner.of(app);
        Shelf.fill(app, other.tenant());
        other.call("POST", "/v1/assistant/test").json("{\"text\": \"" + QUESTION + "\"}").send();
        other.call("PATCH", "/v1/onboarding").json("PATCH", "{\"dismissed\": true}").send();

        assertThat(done()).isEmpty();
        assertThat(onboarding().json().at("/dismissed").asBoolean()).isFalse();
    }

    @Test
    void is_dismissed_and_taken_back_with_an_entry_each_and_the_steps_go_on() {
        Answer dismissed = dismiss(true);
        owner.call("POST", "/v1/assistant/test").json("{\"text\": \"" + UNANSWERABLE + "\"}").send();

        assertThat(dismissed.json().at("/dismissed").asBoolean()).isTrue();
        assertThat(done()).isEqualTo("tried");
        assertThat(onboarding().json().at("/dismissed").asBoolean()).isTrue();
        assertThat(dismiss(false).json()).isEqualTo(onboarding().json());
        assertThat(onboarding().json().at("/dismissed").asBoolean()).isFalse();
        assertThat(Log.of(owner).of("PATCH /v1/onboarding")).extracting(Changes::of).containsExactly(
                new Changes("{\"dismissed\":true}", "{\"dismissed\":false}"),
                new Changes("{\"dismissed\":false}", "{\"dismissed\":true}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"dismissed\": null}", "{\"dismissed\": \"yes\"}", "{\"steps\": []}"})
    void only_the_reminder_is_changed(String body) {
        assertThat(owner.call("PATCH", "/v1/onboarding").json("PATCH", body).send().problem())
                .isEqualTo("invalid-request");
    }

    private Answer dismiss(boolean dismissed) {
        return owner.call("PATCH", "/v1/onboarding").json("PATCH", "{\"dismissed\": " + dismissed + "}").send();
    }

    private Answer onboarding() {
        return owner.call("GET", "/v1/onboarding").send();
    }

    private String done() {
        return String.join(" ",
                onboarding().json().at("/steps").valueStream().filter(step -> step.at("/done").asBoolean())
                        .map(step -> step.at("/step").asString()).toList());
    }

    private static void ask(String key, String text) {
        assertThat(app.post("/v1/chat/messages").key(key).origin(PAGE).json(message(text)).send().status())
                .isEqualTo(200);
    }

    private static String message(String text) {
        return "{\"clientMessageId\": \"%s\", \"text\": \"%s\"}".formatted(UUID.randomUUID(), text);
    }
}
