package dev.csai.chat.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.csai.chat.access.Caller.ActingOperator;
import dev.csai.chat.access.Caller.Backend;
import dev.csai.chat.access.Caller.Member;
import dev.csai.chat.access.Caller.Operator;
import dev.csai.chat.access.Caller.Visitor;
import dev.csai.shared.Ids;
import dev.csai.shared.TenantId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CallerClaimsTests {

    private static final TenantId TENANT = new TenantId(Ids.next());
    private static final ActingOperator ACTING = new ActingOperator(TENANT, Ids.next(), Ids.next(), "Oren");

    @ParameterizedTest
    @EnumSource(Role.class)
    void a_member_is_read_back_as_written(Role role) {
        Member member = new Member(TENANT, Ids.next(), Ids.next(), role);

        assertThat(CallerClaims.caller(new HashMap<>(CallerClaims.of(member)))).contains(member);
    }

    @Test
    void whom_a_provider_vouched_for_is_read_back_as_such() {
        Member member = new Member(TENANT, Ids.next(), Ids.next(), Role.AGENT, true);

        assertThat(CallerClaims.caller(new HashMap<>(CallerClaims.of(member)))).contains(member);
    }

    @Test
    void an_operator_is_read_back_as_written() {
        Operator operator = new Operator(Ids.next());

        assertThat(CallerClaims.caller(new HashMap<>(CallerClaims.of(operator)))).contains(operator);
    }

    @Test
    void an_operator_who_acts_for_a_tenant_is_read_back_as_written() {
        assertThat(CallerClaims.caller(new HashMap<>(CallerClaims.of(ACTING)))).contains(ACTING);
    }

    @ParameterizedTest
    @CsvSource({"role", "tenant", "access", "name", "sub"})
    void claims_of_one_who_acts_that_lack_one_name_nobody(String claim) {
        Map<String, Object> claims = new HashMap<>(CallerClaims.of(ACTING));
        claims.remove(claim);

        assertThat(CallerClaims.caller(claims)).isEmpty();
    }

    @Test
    void one_who_has_a_key_gets_no_claims() {
        Visitor visitor = new Visitor(TENANT, Ids.next());
        Backend backend = new Backend(TENANT, Ids.next(), Set.of(Scope.TENANT_READ));

        assertThatIllegalArgumentException().isThrownBy(() -> CallerClaims.of(visitor));
        assertThatIllegalArgumentException().isThrownBy(() -> CallerClaims.of(backend));
    }

    @ParameterizedTest
    @CsvSource({"role,visitor", "role,OWNER", "tenant,here", "member,''", "sub,1"})
    void claims_with_a_strange_value_name_nobody(String claim, String value) {
        Map<String, Object> claims = new HashMap<>(
                CallerClaims.of(new Member(TENANT, Ids.next(), Ids.next(), Role.OWNER)));
        claims.put(claim, value);

        assertThat(CallerClaims.caller(claims)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"role", "tenant", "member", "sub"})
    void claims_that_lack_one_name_nobody(String claim) {
        Map<String, Object> claims = new HashMap<>(
                CallerClaims.of(new Member(TENANT, Ids.next(), Ids.next(), Role.OWNER)));
        claims.remove(claim);

        assertThat(CallerClaims.caller(claims)).isEmpty();
    }
}
