package dev.csai.chat.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.csai.shared.Ids;
import dev.csai.shared.TenantId;
import dev.csai.shared.problem.ProblemException;
import dev.csai.shared.problem.ProblemType;
import dev.csai.shared.secret.Sealer;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SessionsTests {

    private static final TenantId TENANT = new TenantId(Ids.next());
    private final Sessions sessions = new Sessions(new Sealer(Base64.getEncoder().encodeToString(new byte[32])));

    @Test
    void a_handle_leads_back_to_its_conversation_for_its_tenant_only() {
        UUID conversation = Ids.next();
        String handle = sessions.handle(TENANT, conversation);
        assertThat(sessions.conversation(TENANT, handle)).isEqualTo(conversation);
        assertUnknown(new TenantId(Ids.next()), handle);
    }

    @Test
    void a_handle_cannot_be_made_up_or_changed() {
        String handle = sessions.handle(TENANT, Ids.next());
        for (int i = 2; i < handle.length() - 1; i++) {
            char other = handle.charAt(i) == 'A' ? 'B' : 'A';
            assertUnknown(TENANT, handle.substring(0, i) + other + handle.substring(i + 1));
        }
        assertUnknown(TENANT, "");
        assertUnknown(TENANT, "s_");
        assertUnknown(TENANT, "s_%%%");
        assertUnknown(TENANT, handle + "A");
        assertUnknown(TENANT, UUID.randomUUID().toString());
    }

    private void assertUnknown(TenantId tenant, String handle) {
        assertThatThrownBy(() -> sessions.conversation(tenant, handle))
                .isInstanceOfSatisfying(ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.NOT_FOUND));
    }
}
