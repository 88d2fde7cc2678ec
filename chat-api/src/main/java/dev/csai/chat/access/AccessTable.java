package dev.csai.chat.access;

import static dev.csai.chat.access.AccessRule.on;
import static dev.csai.chat.access.Audience.ACTING;
import static dev.csai.chat.access.Audience.ADMIN;
import static dev.csai.chat.access.Audience.AGENT;
import static dev.csai.chat.access.Audience.ANYONE;
import static dev.csai.chat.access.Audience.OPERATOR;
import static dev.csai.chat.access.Audience.OWNER;
import static dev.csai.chat.access.Audience.VISITOR;
import static dev.csai.chat.access.Scope.ASSISTANT_READ;
import static dev.csai.chat.access.Scope.ASSISTANT_WRITE;
import static dev.csai.chat.access.Scope.CHANNELS_READ;
import static dev.csai.chat.access.Scope.CHANNELS_WRITE;
import static dev.csai.chat.access.Scope.CONVERSATIONS_READ;
import static dev.csai.chat.access.Scope.CONVERSATIONS_WRITE;
import static dev.csai.chat.access.Scope.KNOWLEDGE_READ;
import static dev.csai.chat.access.Scope.KNOWLEDGE_WRITE;
import static dev.csai.chat.access.Scope.TENANT_READ;
import static dev.csai.chat.access.Scope.TOOLS_READ;
import static dev.csai.chat.access.Scope.TOOLS_WRITE;
import static dev.csai.chat.access.Scope.USAGE_READ;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;

/** All that may be reached, and by whom; the first rule that covers a request decides. What is not here is denied. */
final class AccessTable {

    private static final Set<HttpMethod> ANY = Set.of();
    private static final Set<HttpMethod> READ = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final Set<HttpMethod> WRITE = Set.of(HttpMethod.POST);
    private static final Set<HttpMethod> CHANGE = Set.of(HttpMethod.PATCH);
    private static final Set<HttpMethod> TALK = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST);

    static final List<AccessRule> RULES = List.of(
            on(READ, "/actuator/health/**", ANYONE),
            on(READ, "/widget.js", ANYONE),
            on(READ, "/widget/**", ANYONE),
            on(READ, "/demo/**", ANYONE),
            on(READ, "/console/**", ANYONE),
            on(READ, "/docs/**", ANYONE),
            on(READ, "/swagger-ui.html", ANYONE),
            on(READ, "/swagger-ui/**", ANYONE),
            on(READ, "/webjars/**", ANYONE),
            on(READ, "/v3/api-docs.yaml", ANYONE),
            on(READ, "/v3/api-docs/**", ANYONE),
            on(READ, "/.well-known/jwks.json", ANYONE),
            on(WRITE, "/v1/auth/login", ANYONE),
            on(WRITE, "/v1/auth/refresh", ANYONE),
            on(WRITE, "/v1/auth/logout", ANYONE),
            on(WRITE, "/v1/auth/signup", ANYONE),
            on(WRITE, "/v1/auth/verify", ANYONE),
            on(WRITE, "/v1/auth/magic-link", ANYONE),
            on(WRITE, "/v1/auth/magic-link/redeem", ANYONE),
            on(WRITE, "/v1/auth/password/forgot", ANYONE),
            on(WRITE, "/v1/auth/password/reset", ANYONE),
            on(READ, "/v1/auth/invitations/{token}", ANYONE),
            on(WRITE, "/v1/auth/invitations/{token}/accept", ANYONE),
            on(WRITE, "/v1/auth/oidc/start", ANYONE),
            // Not for HEAD, which would use up what only a browser's GET may.
            on(Set.of(HttpMethod.GET), "/v1/auth/oidc/callback/{tenant}", ANYONE),
            // The address itself is the credential.
            on(Set.of(HttpMethod.PUT), "/v1/uploads/{token}", ANYONE),

            on(READ, "/v1/widget/**", VISITOR),
            on(TALK, "/v1/chat/**", VISITOR),

            on(READ, "/v1/me", OWNER, ADMIN, AGENT, OPERATOR),
            on(ANY, "/v1/me/**", OWNER, ADMIN, AGENT, OPERATOR).aboutTheAccount(),
            on(READ, "/v1/tenant", OWNER, ADMIN, AGENT, ACTING).or(TENANT_READ),
            on(ANY, "/v1/tenant", OWNER, ADMIN, ACTING),
            // An operator who acts for a tenant sets it up: people, secrets and money stay the tenant's own.
            on(ANY, "/v1/tenant/contact-secret/**", OWNER, ADMIN),
            on(ANY, "/v1/tenant/sign-in/**", OWNER, ADMIN),
            on(ANY, "/v1/tenant/widget/**", OWNER, ADMIN, ACTING),
            on(ANY, "/v1/onboarding", OWNER, ADMIN, ACTING),
            on(ANY, "/v1/members/**", OWNER, ADMIN),
            on(READ, "/v1/api-keys", OWNER, ADMIN, ACTING),
            on(CHANGE, "/v1/api-keys/{id}", OWNER, ADMIN, ACTING),
            on(ANY, "/v1/api-keys/**", OWNER, ADMIN),
            on(READ, "/v1/audit-log/**", OWNER, ADMIN, ACTING),
            on(READ, "/v1/knowledge/**", OWNER, ADMIN, ACTING).or(KNOWLEDGE_READ),
            on(ANY, "/v1/knowledge/**", OWNER, ADMIN, ACTING).or(KNOWLEDGE_WRITE),
            on(READ, "/v1/assistant/**", OWNER, ADMIN, ACTING).or(ASSISTANT_READ),
            on(ANY, "/v1/assistant/**", OWNER, ADMIN, ACTING).or(ASSISTANT_WRITE),
            on(READ, "/v1/tools/**", OWNER, ADMIN, ACTING).or(TOOLS_READ),
            on(ANY, "/v1/tools/**", OWNER, ADMIN, ACTING).or(TOOLS_WRITE),
            on(READ, "/v1/tool-executions/**", OWNER, ADMIN, ACTING).or(TOOLS_READ),
            on(ANY, "/v1/integrations/**", OWNER, ADMIN),
            on(ANY, "/v1/mcp-servers/**", OWNER, ADMIN),
            on(READ, "/v1/channels/**", OWNER, ADMIN).or(CHANNELS_READ),
            on(ANY, "/v1/channels/**", OWNER, ADMIN).or(CHANNELS_WRITE),
            // An operator looks at what was said under /v1/admin, where each look is in the audit log.
            on(READ, "/v1/conversations.csv", OWNER, ADMIN).or(CONVERSATIONS_READ),
            on(READ, "/v1/conversations/**", OWNER, ADMIN, AGENT).or(CONVERSATIONS_READ),
            on(ANY, "/v1/conversations/**", OWNER, ADMIN, AGENT).or(CONVERSATIONS_WRITE),
            on(READ, "/v1/contacts/**", OWNER, ADMIN, AGENT, ACTING).or(CONVERSATIONS_READ),
            on(ANY, "/v1/contacts/**", OWNER, ADMIN, AGENT, ACTING).or(CONVERSATIONS_WRITE),
            on(READ, "/v1/inbox/events", OWNER, ADMIN, AGENT).or(CONVERSATIONS_READ),
            on(READ, "/v1/dashboard", OWNER, ADMIN, ACTING),
            on(READ, "/v1/analytics/**", OWNER, ADMIN, ACTING),
            on(READ, "/v1/billing/usage.csv", OWNER).or(USAGE_READ),
            on(READ, "/v1/billing/usage/**", OWNER).or(USAGE_READ),
            on(ANY, "/v1/billing/**", OWNER),

            on(ANY, "/v1/admin/**", OPERATOR));

    private AccessTable() {}

    static Optional<AccessRule> find(HttpMethod method, PathContainer path) {
        return RULES.stream().filter(rule -> rule.covers(method, path)).findFirst();
    }

    /** Whether the path exists for some other method. */
    static boolean knows(PathContainer path) {
        return RULES.stream().anyMatch(rule -> rule.covers(path));
    }
}
