package dev.csai.chat.seed;

import dev.csai.shared.TenantId;
import java.util.List;

/**
 * The demo as it stands now.
 *
 * @param publishableKey for its widget
 * @param created log-ins that were made just now, the only time their passwords are known; empty if all existed
 */
public record DemoTenant(TenantId tenant, String publishableKey, List<Login> created) {

    public DemoTenant {
        created = List.copyOf(created);
    }

    public record Login(String email, String password) {

        @Override
        public String toString() {
            return "Login[" + email + "]";
        }
    }
}
