package dev.csai.chat.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.access.Role;
import dev.csai.chat.identity.Letterbox;
import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.Owner;
import dev.csai.chat.testing.TestApp;
import dev.csai.shared.TenantId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a tenant whose owner did not come, or cannot, is given one. */
class OwnerInvitationsIT {

    private static final TestApp app = TestApp.shared();
    private static final Letterbox letterbox = new Letterbox(app);
    private static final String INVITE = "POST /v1/admin/tenants/{id}/invitations";
    private static final String TAKE_BACK = "DELETE /v1/admin/tenants/{id}/invitations/{invitationId}";

    private final Desk desk = Desk.of(app);
    private final String first = TestApp.newEmail();
    private final TenantId tenant = TenantId.of(desk.call("POST", "").json("""
            {"companyName": "Kiosk", "ownerEmail": "%s"}""".formatted(first)).send().text("/id"));

    @Test
    void a_tenant_whose_owner_did_not_come_is_given_another_and_its_log_tells_who_asked() {
        // As the purge leaves it when the week is over.
        app.sql("delete from chat.invitations where tenant_id = '%s'".formatted(tenant));
        String email = TestApp.newEmail();

        Answer invited = invite(tenant, email);

        assertThat(invited.status()).isEqualTo(201);
        assertThat(invited.json().toString()).isEqualTo("""
                {"id":"%s","email":"%s","role":"owner","status":"invited","createdAt":"%s","expiresAt":"%s"}"""
                .formatted(invited.text("/id"), email, app.clock.instant(),
                        app.clock.instant().plus(Duration.ofDays(7))));
        assertThat(desk.get("/" + tenant + "/members").json().at("/items/0")).isEqualTo(invited.json());
        assertThat(letterbox.to(email).getLast().subject()).contains("Oren", "Kiosk");
        assertThat(desk.told(tenant, INVITE)).containsExactly("""
                {"actor":{"kind":"operator","id":"%s","name":"Oren"},"operation":"%s",\
                "target":{"kind":"member","id":"%s"},"outcome":"allowed",\
                "after":{"email":"%s","role":"owner","status":"invited"}}"""
                .formatted(desk.operator(), INVITE, invited.text("/id"), email));
        assertThat(accept(letterbox.lastToken(email)).text("/member/role")).isEqualTo("owner");
    }

    @Test
    void an_address_that_is_invited_again_has_a_new_link_for_another_week_and_the_former_is_over() {
        String former = letterbox.lastToken(first);
        app.clock.forward(Duration.ofMinutes(10));

        Answer again = invite(tenant, first);

        assertThat(again.text("/expiresAt")).isEqualTo(app.clock.instant().plus(Duration.ofDays(7)).toString());
        assertThat(desk.get("/" + tenant + "/members").json().at("/items")).hasSize(1);
        assertThat(accept(former).problem()).isEqualTo("link-over");
        assertThat(accept(letterbox.lastToken(first)).text("/member/role")).isEqualTo("owner");
    }

    @Test
    void an_invitation_that_is_taken_back_opens_nothing_and_is_told_of_once() {
        String id = desk.get("/" + tenant).text("/owners/0/id");

        assertThat(takeBack(tenant, id).status()).isEqualTo(204);

        assertThat(accept(letterbox.lastToken(first)).problem()).isEqualTo("link-over");
        assertThat(desk.get("/" + tenant).json().at("/owners")).isEmpty();
        assertThat(takeBack(tenant, id).problem()).isEqualTo("not-found");
        assertThat(desk.told(tenant, TAKE_BACK)).containsExactly("""
                {"actor":{"kind":"operator","id":"%s","name":"Oren"},"operation":"%s",\
                "target":{"kind":"member","id":"%s"},"outcome":"allowed",\
                "before":{"email":"%s","role":"owner","status":"invited"}}"""
                .formatted(desk.operator(), TAKE_BACK, id, first));
    }

    @Test
    void where_there_is_an_owner_operators_invite_nobody() {
        accept(letterbox.lastToken(first));
        String email = TestApp.newEmail();

        Answer refused = invite(tenant, email);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("conflict");
        assertThat(refused.text("/detail")).isEqualTo("This tenant has an owner, who decides who else is one.");
        assertThat(letterbox.to(email)).isEmpty();
        assertThat(desk.get("/" + tenant).json().at("/owners")).hasSize(1);
        assertThat(desk.told(tenant, INVITE)).isEmpty();
    }

    @Test
    void an_owners_invitation_alone_is_taken_back_and_through_its_own_tenant() {
        Owner other = Owner.of(app);
        String agents = other.call("POST", "/v1/members").json("""
                {"email": "%s", "role": "agent"}""".formatted(TestApp.newEmail())).send().text("/id");
        String owners = desk.get("/" + tenant).text("/owners/0/id");

        assertThat(List.of(takeBack(other.tenant(), agents), takeBack(other.tenant(), owners),
                takeBack(tenant, agents))).extracting(Answer::problem).containsOnly("not-found");

        assertThat(other.call("GET", "/v1/members").send().json().at("/items")).hasSize(2);
        assertThat(accept(letterbox.lastToken(first)).text("/member/role")).isEqualTo("owner");
    }

    @Test
    void who_is_a_member_already_or_has_no_address_is_not_invited() {
        String agent = TestApp.newEmail();
        app.member(tenant, Role.AGENT, agent);

        assertThat(invite(tenant, agent).problem()).isEqualTo("conflict");
        assertThat(invite(tenant, "nobody").text("/errors/0/pointer")).isEqualTo("/email");
        assertThat(desk.get("/" + tenant).json().at("/owners")).hasSize(1);
    }

    private Answer invite(TenantId tenant, String email) {
        return desk.call("POST", "/" + tenant + "/invitations").json("{\"email\": \"" + email + "\"}").send();
    }

    private Answer takeBack(TenantId tenant, String id) {
        return desk.call("DELETE", "/" + tenant + "/invitations/" + id).send();
    }

    private static Answer accept(String token) {
        return app.post("/v1/auth/invitations/" + token + "/accept")
                .json("{\"name\": \"Dana\", \"password\": \"umbrella quartz seventeen\"}").send();
    }
}
