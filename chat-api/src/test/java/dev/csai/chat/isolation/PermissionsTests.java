package dev.csai.chat.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PermissionsTests {

    private static final Operation READING = new Operation("GET", "/v1/tenant", List.of(), List.of(), false, false);

    private final Permission anyone = Permission.of("anyone 401", "");

    @Test
    void an_operation_that_nobody_declared_is_a_finding_and_so_is_a_declaration_of_nothing() {
        Permissions permissions = new Permissions(Map.of("GET /v1/gone", anyone));

        assertThat(permissions.mismatches(List.of(READING))).containsExactlyInAnyOrder(
                new Finding("GET /v1/tenant", "", "nobody has declared who may call it"),
                new Finding("GET /v1/gone", "", "is declared and not there"));
    }

    @Test
    void what_is_declared_and_there_is_none() {
        assertThat(new Permissions(Map.of("GET /v1/tenant", anyone)).mismatches(List.of(READING))).isEmpty();
    }

    @Test
    void a_line_names_who_and_with_what_the_operation_itself_refuses() {
        assertThat(anyone.admitsAnyone()).isTrue();
        assertThat(anyone.ownRefusals()).containsExactly(401);
        assertThat(Permission.of("owner usage:read", "").scopes()).containsExactly("usage:read");
    }

    @Test
    void a_scope_admits_the_keys_that_have_it() {
        Credential key = Credential.secret("a key", "sk", Set.of("tenant:read"));

        assertThat(key.isAdmittedBy(Permission.of("owner tenant:read", ""))).isTrue();
        assertThat(key.isAdmittedBy(Permission.of("owner usage:read", ""))).isFalse();
        assertThat(key.isAdmittedBy(Permission.of("visitor", ""))).isFalse();
    }
}
