package dev.csai.chat.assistant;

import dev.csai.chat.db.TenantTransaction;
import dev.csai.chat.web.Page;
import dev.csai.shared.TenantId;
import dev.csai.shared.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What a tenant has published so far. */
@Component
class PublishedVersions {

    private final TenantTransaction transaction;
    private final VersionTable table;

    PublishedVersions(TenantTransaction transaction, VersionTable table) {
        this.transaction = transaction;
        this.table = table;
    }

    /** Newest first. */
    Mono<Page<Version>> page(TenantId tenant, int limit, @Nullable String cursor) {
        int before = cursor == null ? Integer.MAX_VALUE : number(cursor);
        return transaction.in(tenant, db -> table.before(db, tenant, before, limit + 1).collectList())
                .map(found -> Page.of(found, limit, version -> Integer.toString(version.number())));
    }

    Mono<WholeVersion> find(TenantId tenant, int number) {
        return transaction.in(tenant, db -> table.find(db, tenant, number))
                .switchIfEmpty(Mono.error(() -> ProblemException.notFound("version")));
    }

    private static int number(String cursor) {
        try {
            return Integer.parseInt(cursor);
        } catch (NumberFormatException e) {
            throw ProblemException.invalid("cursor", "malformed", "This cursor was not given by this list.");
        }
    }
}
