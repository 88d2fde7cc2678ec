package dev.csai.chat.once;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.Call;
import dev.csai.chat.testing.Owner;
import dev.csai.chat.testing.TestApp;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every operation that creates can be sent again; which ones these are the served OpenAPI says. */
class CreatingOperationsIT {

    private static final String NOT_TOLD_APART = "answers alike whether an account exists or not, and at most a mail comes again";

    /** What is created or accepted without a key, and why. */
    private static final Map<String, String> WITHOUT_KEY = Map.of(
            "POST /v1/auth/signup", NOT_TOLD_APART,
            "POST /v1/auth/magic-link", NOT_TOLD_APART,
            "POST /v1/auth/password/forgot", NOT_TOLD_APART,
            "POST /v1/knowledge/documents/{id}/confirm", "an upload becomes one document however often it is confirmed",
            "POST /v1/admin/tools", "a tool's name is there once, so a second draft is refused",
            "POST /v1/admin/job-executions/{id}/restart", "its worker restarts an execution once",
            "POST /v1/admin/tenants/{id}/access", "one that nobody heard of is over in a quarter of an hour");

    private static final TestApp app = TestApp.shared();

    private final Owner owner = Owner.of(app);

    static Stream<Creation> creations() {
        return Creation.ALL.stream();
    }

    @Test
    void takes_a_key_or_is_known_to_need_none() {
        Map<String, JsonNode> posts = app.get("/v3/api-docs").send().json().at("/paths").propertyStream()
                .filter(path -> path.getValue().has("post"))
                .collect(Collectors.toMap(path -> "POST " + path.getKey(), path -> path.getValue().at("/post")));
        Set<String> taking = named(posts, CreatingOperationsIT::takesKey);
        Set<String> lacking = new HashSet<>(named(posts, CreatingOperationsIT::creates));
        lacking.removeAll(taking);

        assertThat(lacking).isEqualTo(WITHOUT_KEY.keySet());
        assertThat(taking).isEqualTo(creations().map(Creation::operation).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @MethodSource("creations")
    void answers_again_as_it_did_and_creates_nothing(Creation creation) {
        List<Supplier<Call>> requests = creation.requests().apply(owner);
        Effects before = Effects.at(app, owner.tenant());

        Answer first = requests.getFirst().get().header("Idempotency-Key", "mine").send();
        Effects after = Effects.at(app, owner.tenant());
        Answer again = requests.getFirst().get().header("Idempotency-Key", "mine").send();

        assertThat(first.status()).as(first.response().body()).isIn(201, 202);
        assertThat(after).isNotEqualTo(before);
        assertThat(again.status()).isEqualTo(first.status());
        assertThat(again.response().body()).isEqualTo(first.response().body());
        assertThat(again.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        assertThat(Effects.at(app, owner.tenant())).isEqualTo(after);
    }

    @ParameterizedTest
    @MethodSource("creations")
    void refuses_something_else_under_the_same_key(Creation creation) {
        List<Supplier<Call>> requests = creation.requests().apply(owner);
        Answer first = requests.getFirst().get().header("Idempotency-Key", "mine").send();
        Effects after = Effects.at(app, owner.tenant());

        for (Supplier<Call> other : requests.subList(1, requests.size())) {
            Answer refused = other.get().header("Idempotency-Key", "mine").send();

            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.problem()).isEqualTo("key-reused");
        }
        assertThat(Effects.at(app, owner.tenant())).isEqualTo(after);
        assertThat(requests.getFirst().get().header("Idempotency-Key", "mine").send().response().body())
                .isEqualTo(first.response().body());
    }

    private static Set<String> named(Map<String, JsonNode> posts, Predicate<JsonNode> which) {
        return posts.entrySet().stream().filter(post -> which.test(post.getValue())).map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static boolean creates(JsonNode operation) {
        return operation.at("/responses").has("201") || operation.at("/responses").has("202");
    }

    private static boolean takesKey(JsonNode operation) {
        return operation.at("/parameters").valueStream().anyMatch(parameter -> parameter.at("/in").asString()
                .equals("header") && parameter.at("/name").asString().equals("Idempotency-Key"));
    }
}
