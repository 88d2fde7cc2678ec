package dev.csai.chat.seed;

import dev.csai.chat.access.Role;
import dev.csai.chat.seed.DemoTenant.Login;
import dev.csai.shared.TenantId;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Creates the demo once; a later run finds it and changes nothing. Runs that race wait for each other. */
public final class DemoSeed {

    /** Fixed, so that it is found again whatever the tenant renames itself to. */
    public static final TenantId TENANT = TenantId.of("019b76da-a800-7000-8000-000000000001");

    public static final String OWNER_EMAIL = "owner@demo.csai.local";
    public static final String OPERATOR_EMAIL = "operator@csai.local";

    static final String KEY = """
            select key_text from chat.api_keys
            where tenant_id = :tenant and kind = 'publishable' and revoked_at is null and expires_at is null
            order by created_at desc limit 1
            """;

    private static final int REQUESTS_PER_MINUTE = 1000;
    private static final int PASSWORD_BYTES = 18;

    private final TransactionTemplate transactions;
    private final JdbcClient system;
    private final TenantSeed seed;
    private final SecureRandom random = new SecureRandom();

    /**
     * @param system connects as {@code csai_system}
     */
    public DemoSeed(DataSource system, Clock clock) {
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(system));
        this.system = JdbcClient.create(system);
        this.seed = new TenantSeed(system, clock);
    }

    public DemoTenant ensure(DemoPasswords passwords) {
        DemoTenant demo = transactions.execute(status -> ensureLocked(passwords));
        return demo;
    }

    private DemoTenant ensureLocked(DemoPasswords passwords) {
        system.sql("select pg_advisory_xact_lock(hashtext('chat demo'))").query((row, number) -> "").single();
        List<Login> created = new ArrayList<>();
        if (!exists("select exists (select from chat.tenants where id = :value)", TENANT.value())) {
            seed.tenant(napoliCorner());
            seed.brand(TENANT, "#b3261e", "/demo/logo.svg");
        }
        if (isUnknown(OWNER_EMAIL)) {
            Login login = new Login(OWNER_EMAIL, orRandom(passwords.owner()));
            UUID owner = seed.person("Demo owner", login.email(), login.password(), false);
            seed.member(TENANT, owner, Role.OWNER);
            created.add(login);
        }
        if (isUnknown(OPERATOR_EMAIL)) {
            Login login = new Login(OPERATOR_EMAIL, orRandom(passwords.operator()));
            seed.person("Operator", login.email(), login.password(), true);
            created.add(login);
        }
        String key = key().orElseGet(() -> seed.publishableKey(TENANT, List.of()));
        return new DemoTenant(TENANT, key, created);
    }

    private static NewTenant napoliCorner() {
        return new NewTenant(TENANT, "Napoli Corner", List.of("en", "he"), Map.of(
                "en", "Ciao! Ask me about our menu, opening hours or an order.",
                "he", "צ׳או! אפשר לשאול אותי על התפריט, על שעות הפתיחה או על הזמנה."), REQUESTS_PER_MINUTE);
    }

    private boolean isUnknown(String email) {
        return !exists("select exists (select from chat.people where email = :value)", email);
    }

    private boolean exists(String sql, Object value) {
        return system.sql(sql).param("value", value).query(Boolean.class).single();
    }

    private Optional<String> key() {
        return system.sql(KEY).param("tenant", TENANT.value()).query(String.class).optional();
    }

    private String orRandom(@Nullable String password) {
        if (password != null) {
            return password;
        }
        byte[] bytes = new byte[PASSWORD_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
