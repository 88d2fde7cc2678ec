package dev.csai.chat.isolation;

import dev.csai.chat.access.Role;
import dev.csai.chat.access.Scope;
import dev.csai.chat.testing.Owner;
import dev.csai.chat.testing.TestApp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everybody of one tenant, an operator, and nobody. */
final class Cast {

    private static final String PAGE = "https://shop.example";
    private static final Set<String> ALL_SCOPES = Stream.of(Scope.values()).map(Scope::word)
            .collect(Collectors.toUnmodifiableSet());

    private final Owner mine;
    private final Credential owner;
    private final Credential visitor;
    private final Credential everyScope;
    private final Credential acting;
    private final List<Credential> always;
    private final Map<String, List<Credential>> byScope = new HashMap<>();

    /**
     * @param mine the tenant
     * @param expiredToken of its owner
     */
    private Cast(TestApp app, Owner mine, String expiredToken, Permissions permissions) {
        this.mine = mine;
        String page = app.seed.publishableKey(mine.tenant(), List.of(PAGE));
        String anywhere = app.seed.publishableKey(mine.tenant(), List.of());
        String secret = mine.secret(ALL_SCOPES.toArray(String[]::new));
        owner = Credential.person("an owner", "owner", mine.token());
        visitor = Credential.visitor("a publishable key", call -> call.key(anywhere));
        String operator = operator(app);
        acting = Credential.person("an operator for the tenant", "acting", acting(app, operator, mine));
        everyScope = Credential.secret("a secret key with every scope", secret, ALL_SCOPES);
        always = List.of(
                Credential.unproven("nobody", call -> call),
                Credential.unproven("a malformed token", call -> call.token("nonsense")),
                Credential.unproven("an expired token", call -> call.token(expiredToken)),
                visitor,
                Credential.visitor("a publishable key on its page", call -> call.key(page).origin(PAGE)),
                Credential.fromElsewhere("a publishable key on another page", page),
                everyScope,
                Credential.secretFromElsewhere("a secret key on a page", secret),
                Credential.person("an agent", "agent", member(app, mine, Role.AGENT)),
                Credential.person("an admin", "admin", member(app, mine, Role.ADMIN)),
                owner,
                acting,
                Credential.person("an operator", "operator", operator));
        permissions.byOperation().values().stream().flatMap(Permission::scopes).distinct()
                .forEach(scope -> byScope.put(scope, keysAround(mine, scope)));
    }

    /** Time passes while they come together, for one of their tokens has to expire. */
    static Cast assemble(TestApp app, Permissions permissions) {
        Owner before = Owner.of(app);
        app.clock.forward(Duration.ofMinutes(15).plusSeconds(6));
        return new Cast(app, before.again(), before.token(), permissions);
    }

    Owner mine() {
        return mine;
    }

    /** Those who knock at an operation. */
    List<Credential> at(Permission permission) {
        List<Credential> all = new ArrayList<>(always);
        permission.scopes().forEach(scope -> all.addAll(byScope.getOrDefault(scope, List.of())));
        return all;
    }

    /** Those of the tenant whom the operation serves, as far as they differ in how they are told apart. */
    List<Credential> admittedTo(Permission permission) {
        return Stream.of(owner, visitor, everyScope, acting).filter(mine -> mine.isAdmittedBy(permission)).toList();
    }

    /** One key with the scope alone, one with all others: reading does not include writing, nor the reverse. */
    private static List<Credential> keysAround(Owner mine, String scope) {
        Set<String> others = ALL_SCOPES.stream().filter(other -> !other.equals(scope)).collect(Collectors.toSet());
        return List.of(Credential.secret("a secret key with " + scope + " alone", mine.secret(scope), Set.of(scope)),
                Credential.secret("a secret key without " + scope, mine.secret(others.toArray(String[]::new)), others));
    }

    private static String member(TestApp app, Owner mine, Role role) {
        String email = TestApp.newEmail();
        app.member(mine.tenant(), role, email);
        return app.token(email);
    }

    private static String acting(TestApp app, String operator, Owner mine) {
        return app.post("/v1/admin/tenants/" + mine.tenant() + "/access").token(operator).send().text("/accessToken");
    }

    private static String operator(TestApp app) {
        String email = TestApp.newEmail();
        app.seed.person("Operator", email, TestApp.PASSWORD, true);
        return app.token(email);
    }
}
