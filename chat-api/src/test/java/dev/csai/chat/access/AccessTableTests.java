package dev.csai.chat.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.access.Caller.ActingOperator;
import dev.csai.chat.access.Caller.Backend;
import dev.csai.chat.access.Caller.Member;
import dev.csai.shared.Ids;
import dev.csai.shared.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;

class AccessTableTests {

    @ParameterizedTest
    @CsvSource({"GET,/", "GET,/v1", "GET,/v1/unheard-of", "GET,/actuator", "GET,/actuator/env",
            "GET,/actuator/prometheus",
            "POST,/actuator/health", "DELETE,/v1/chat/messages", "PATCH,/v1/widget/config", "GET,/v1/auth/login",
            "POST,/v1/auth/signups", "GET,/V1/chat/messages", "GET,/v1/chatty", "GET,/v1//chat/messages",
            "GET,/.well-known/jwks.json/x", "PUT,/v1/uploads", "PUT,/v1/uploads/a/b", "GET,/v1/uploads/a",
            "GET,/widget.jsx", "HEAD,/v1/auth/oidc/callback/1", "GET,/v1/auth/oidc/start", "OPTIONS,/v1/chat/messages",
            "TRACE,/demo"})
    void denies_what_is_not_listed(String method, String path) {
        assertThat(AccessTable.find(HttpMethod.valueOf(method), PathContainer.parsePath(path))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"GET,/actuator/health,ANYONE", "GET,/actuator/health/readiness,ANYONE", "HEAD,/widget.js,ANYONE",
            "GET,/demo,ANYONE", "PUT,/v1/uploads/abc.def,ANYONE", "GET,/demo/config.json,ANYONE",
            "GET,/v3/api-docs/swagger-config,ANYONE",
            "GET,/v1/widget/config,VISITOR", "POST,/v1/chat/messages,VISITOR",
            "GET,/v1/chat/sessions/abc/messages,VISITOR", "GET,/v1/admin/tenants,OPERATOR",
            "GET,/v1/admin/job-executions/events,OPERATOR",
            "DELETE,/v1/billing/subscription,OWNER", "GET,/v1/billing/usage.csv,OWNER"})
    void lists_who_alone_may(String method, String path, Audience may) {
        assertThat(AccessTable.find(HttpMethod.valueOf(method), PathContainer.parsePath(path)))
                .map(AccessRule::may)
                .contains(Set.of(may));
    }

    @ParameterizedTest
    @CsvSource({"GET,/v1/tenant,true", "PATCH,/v1/tenant,false", "GET,/v1/conversations,true",
            "GET,/v1/conversations.csv,false", "POST,/v1/conversations/1/take-over,true",
            "GET,/v1/knowledge/documents,false", "GET,/v1/members,false", "GET,/v1/inbox/events,true",
            "GET,/v1/contacts,true", "PATCH,/v1/contacts/1,true", "GET,/v1/tenant/contact-secret,false"})
    void an_agent_answers_conversations_and_no_more(String method, String path, boolean may) {
        AccessRule rule = AccessTable.find(HttpMethod.valueOf(method), PathContainer.parsePath(path)).orElseThrow();

        assertThat(rule.may().contains(Audience.AGENT)).isEqualTo(may);
        assertThat(rule.may()).contains(Audience.OWNER).doesNotContain(Audience.VISITOR, Audience.OPERATOR);
    }

    @ParameterizedTest
    @CsvSource({"GET,/v1/members", "POST,/v1/members", "DELETE,/v1/members/1", "GET,/v1/api-keys", "POST,/v1/api-keys",
            "PATCH,/v1/api-keys/1", "POST,/v1/api-keys/1/rotate", "DELETE,/v1/api-keys/1", "GET,/v1/audit-log",
            "PATCH,/v1/tenant", "PUT,/v1/tenant/sign-in", "POST,/v1/tenant/sign-in/domains/a.example/verify",
            "GET,/v1/billing/subscription", "POST,/v1/billing/subscription",
            "POST,/v1/billing/usage", "DELETE,/v1/billing/payment-methods/1", "GET,/v1/billing/invoices",
            "GET,/v1/widget/config", "POST,/v1/chat/messages", "GET,/v1/admin/tenants", "GET,/v1/integrations",
            "POST,/v1/mcp-servers", "GET,/v1/tenant/contact-secret", "POST,/v1/tenant/contact-secret",
            "DELETE,/v1/tenant/contact-secret/previous", "GET,/v1/dashboard", "GET,/v1/analytics/cost"})
    void no_scope_opens_what_is_for_people_and_pages(String method, String path) {
        AccessRule rule = AccessTable.find(HttpMethod.valueOf(method), PathContainer.parsePath(path)).orElseThrow();
        Backend all = new Backend(new TenantId(Ids.next()), Ids.next(), Set.of(Scope.values()));

        assertThat(rule.admits(all)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"GET,/v1/me,true", "PATCH,/v1/me,false", "POST,/v1/me/password,false", "DELETE,/v1/me/sessions,false",
            "POST,/v1/me/second-factor,false", "GET,/v1/tenant,true", "PATCH,/v1/tenant,true"})
    void whom_a_provider_vouched_for_has_no_hold_of_the_account(String method, String path, boolean may) {
        AccessRule rule = AccessTable.find(HttpMethod.valueOf(method), PathContainer.parsePath(path)).orElseThrow();
        TenantId tenant = new TenantId(Ids.next());

        assertThat(rule.admits(new Member(tenant, Ids.next(), Ids.next(), Role.OWNER, true))).isEqualTo(may);
        assertThat(rule.admits(new Member(tenant, Ids.next(), Ids.next(), Role.OWNER))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"GET,/v1/tenant,true", "PATCH,/v1/tenant,true", "POST,/v1/knowledge/texts,true",
            "PUT,/v1/assistant,true", "POST,/v1/assistant/test,true", "GET,/v1/api-keys,true",
            "PATCH,/v1/api-keys/1,true", "GET,/v1/audit-log,true", "GET,/v1/onboarding,true",
            "GET,/v1/dashboard,true", "GET,/v1/conversations,false", "GET,/v1/conversations.csv,false",
            "POST,/v1/api-keys,false", "POST,/v1/api-keys/1/rotate,false",
            "DELETE,/v1/api-keys/1,false", "GET,/v1/members,false", "POST,/v1/members,false",
            "GET,/v1/tenant/contact-secret,false", "POST,/v1/tenant/contact-secret,false",
            "GET,/v1/tenant/sign-in,false", "PUT,/v1/tenant/sign-in,false", "GET,/v1/billing/usage,false",
            "GET,/v1/billing/invoices,false", "GET,/v1/me,false", "PATCH,/v1/me,false", "GET,/v1/admin/tenants,false",
            "POST,/v1/chat/messages,false"})
    void an_operator_who_acts_for_a_tenant_sets_it_up_and_has_no_hold_of_people_secrets_and_money(String method,
            String path, boolean may) {
        AccessRule rule = AccessTable.find(HttpMethod.valueOf(method), PathContainer.parsePath(path)).orElseThrow();

        assertThat(rule.admits(new ActingOperator(new TenantId(Ids.next()), Ids.next(), Ids.next(), "Oren")))
                .isEqualTo(may);
    }

    @ParameterizedTest
    @EnumSource(Scope.class)
    void every_scope_opens_something_and_one_to_read_opens_nothing_else(Scope scope) {
        List<AccessRule> opened = AccessTable.RULES.stream().filter(rule -> scope == rule.scope()).toList();

        assertThat(opened).isNotEmpty();
        if (scope.word().endsWith(":read")) {
            assertThat(opened).extracting(AccessRule::methods).containsOnly(Set.of(HttpMethod.GET, HttpMethod.HEAD));
        }
    }

    @ParameterizedTest
    @EnumSource(Scope.class)
    void an_admin_may_give_what_an_admin_may_do(Scope scope) {
        assertThat(scope.isWithin(Role.OWNER)).isTrue();
        assertThat(scope.isWithin(Role.ADMIN)).isEqualTo(scope != Scope.USAGE_READ);
    }

    @ParameterizedTest
    @CsvSource({"GET,/console,true", "HEAD,/console/,true", "GET,/console/jobs/a,true",
            "GET,/console/assets/a.js,true", "POST,/console,false", "GET,/consoles,false"})
    void anyone_may_open_the_console_and_send_nothing_to_it(String method, String path, boolean may) {
        var rule = AccessTable.find(HttpMethod.valueOf(method), PathContainer.parsePath(path));

        assertThat(rule.map(AccessRule::may)).isEqualTo(may ? Optional.of(Set.of(Audience.ANYONE)) : Optional.empty());
    }
}
