package dev.csai.chat.once;

import dev.csai.chat.testing.TestApp;
import dev.csai.shared.TenantId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How many tenants there are, how much of all that requests create one of them has, and how much was told of it. */
record Effects(List<String> rows, int files) {

    static Effects at(TestApp app, TenantId tenant) {
        String counts = Stream.of("chat.api_keys", "chat.invitations", "chat.contact_secrets", "chat.documents",
                "chat.written_knowledge", "chat.uploads", "chat.assistant_versions", "public.told")
                .map(table -> "select '%1$s ' || count(*) from %1$s where tenant_id = '%2$s'".formatted(table, tenant))
                .collect(Collectors.joining(" union all "));
        String tenants = " union all select 'chat.tenants ' || count(*) from chat.tenants";
        String[] files = TestApp.BLOBS.resolve(tenant.toString()).toFile().list();
        return new Effects(app.rows(counts + tenants), files == null ? 0 : files.length);
    }
}
