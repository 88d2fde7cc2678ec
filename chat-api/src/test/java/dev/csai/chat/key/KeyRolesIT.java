package dev.csai.chat.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.access.Role;
import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.Call;
import dev.csai.chat.testing.Owner;
import dev.csai.chat.testing.TestApp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everybody tries what this and the tenant's profile offer, and exactly those succeed who may. */
class KeyRolesIT {

    private static final TestApp app = TestApp.shared();
    private static final Owner owner = Owner.of(app);
    private static final Map<String, UnaryOperator<Call>> callers = new LinkedHashMap<>();

    @BeforeAll
    static void create() {
        callers.put("nobody", call -> call);
        callers.put("visitor", key(app.seed.publishableKey(owner.tenant(), List.of())));
        callers.put("backend", key(owner.secret("tenant:read", "knowledge:read", "knowledge:write",
                "conversations:read", "conversations:write", "assistant:read", "assistant:write", "tools:read",
                "tools:write", "channels:read", "channels:write", "usage:read")));
        callers.put("owner", call -> call.token(owner.token()));
        callers.put("admin", token(member(Role.ADMIN)));
        callers.put("agent", token(member(Role.AGENT)));
        String operator = TestApp.newEmail();
        app.seed.person("Operator", operator, TestApp.PASSWORD, true);
        callers.put("operator", token(app.token(operator)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            GET    | /v1/tenant              |                                           | 200 | owner admin agent backend
            PATCH  | /v1/tenant              | {"name": "Napoli"}                        | 200 | owner admin
            GET    | /v1/api-keys            |                                           | 200 | owner admin
            POST   | /v1/api-keys            | {"name": "Site", "kind": "publishable"}   | 201 | owner admin
            PATCH  | /v1/api-keys/{}         | {"name": "Shop"}                          | 200 | owner admin
            POST   | /v1/api-keys/{}/rotate  | {}                                        | 201 | owner admin
            DELETE | /v1/api-keys/{}         |                                           | 204 | owner admin
            """)
    void exactly_those_succeed_who_may(String method, String path, String body, int status, String may) {
        callers.forEach((name, credential) -> {
            String id = owner.makeSecret("tenant:read").text("/id");
            Call call = credential.apply(app.call(method, path.replace("{}", id)));

            Answer answer = (body == null ? call : call.json(method, body)).send();

            int refusal = name.equals("nobody") ? 401 : 403;
            assertThat(answer.status()).as("%s %s by %s", method, path, name)
                    .isEqualTo(List.of(may.split(" ", -1)).contains(name) ? status : refusal);
            owner.call("DELETE", "/v1/api-keys/" + id).send();
        });
    }

    private static UnaryOperator<Call> key(String text) {
        return call -> call.key(text);
    }

    private static UnaryOperator<Call> token(String text) {
        return call -> call.token(text);
    }

    private static String member(Role role) {
        String email = TestApp.newEmail();
        app.member(owner.tenant(), role, email);
        return app.token(email);
    }
}
