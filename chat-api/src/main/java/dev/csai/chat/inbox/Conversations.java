package dev.csai.chat.inbox;

import static dev.csai.chat.inbox.ConversationSql.BEFORE_HORIZON;
import static dev.csai.chat.inbox.ConversationSql.FROM_ON;
import static dev.csai.chat.inbox.ConversationSql.LATEST_FIRST;
import static dev.csai.chat.inbox.ConversationSql.SAID;

import dev.csai.chat.db.Reach;
import dev.csai.chat.web.Page;
import dev.csai.shared.TenantId;
import dev.csai.shared.problem.ProblemException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Conversations in lists, those first in which something was said last. */
@Component
public class Conversations {

    /** The latest few of a tenant; in the caller's transaction. */
    public Mono<List<ConversationView>> latest(DatabaseClient db, TenantId tenant, int count) {
        return db.sql(ConversationSql.OF_TENANT + "c.tenant_id = :tenant" + LATEST_FIRST)
                .bind("tenant", tenant.value())
                .bind("limit", count)
                .map(ConversationView::of)
                .all()
                .collectList();
    }

    /**
     * A search looks through a part of the conversations at a time. There may be more although few were found, or none.
     *
     * @param from the first of the page
     */
    Mono<Page<ConversationView>> page(Reach reach, ConversationFilter filter, int limit, @Nullable Activity from) {
        return reach.read(db -> horizon(db, filter, from)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(horizon -> page(db, select(reach), new Part(filter, from, horizon.orElse(null)), limit)));
    }

    /** Empty if there is none. */
    static Mono<ConversationView> find(DatabaseClient db, TenantId tenant, UUID id) {
        return db.sql(ConversationSql.OF_TENANT + "c.tenant_id = :tenant and c.id = :id")
                .bind("tenant", tenant.value())
                .bind("id", id)
                .map(ConversationView::of)
                .one();
    }

    /** Of whatever tenant, for operators; empty if there is none. */
    static Mono<ConversationView> find(DatabaseClient db, UUID id) {
        return db.sql(ConversationSql.OF_ALL + "c.id = :id").bind("id", id).map(ConversationView::of).one();
    }

    /** Fails if there is no such tenant. */
    static Mono<Void> tenantKnown(DatabaseClient db, TenantId tenant) {
        return db.sql("select id from chat.tenants where id = :tenant")
                .bind("tenant", tenant.value())
                .mapValue(UUID.class)
                .one()
                .switchIfEmpty(Mono.error(() -> ProblemException.notFound("tenant")))
                .then();
    }

    static <T> Mono<T> unknown() {
        return Mono.error(() -> ProblemException.notFound("conversation"));
    }

    static String select(Reach reach) {
        return switch (reach) {
            case Reach.OfTenant tenant -> ConversationSql.OF_TENANT;
            case Reach.OfOperator operator -> ConversationSql.OF_ALL;
        };
    }

    /**
     * What a page is taken from.
     *
     * @param horizon where a search stops; nowhere, when null
     */
    private record Part(ConversationFilter filter, @Nullable Activity from, @Nullable Activity horizon) {

        String conditions() {
            return filter.conditions() + (from == null ? "" : FROM_ON) + (horizon == null ? "" : BEFORE_HORIZON)
                    + (filter.text() == null ? "" : SAID);
        }

        Map<String, Object> values() {
            Map<String, Object> values = new HashMap<>(filter.values());
            if (from != null) {
                values.put("fromTime", from.at());
                values.put("fromId", from.id());
            }
            if (horizon != null) {
                values.put("horizonTime", horizon.at());
                values.put("horizonId", horizon.id());
            }
            String text = filter.text();
            if (text != null) {
                values.put("text", text);
            }
            return values;
        }

        Page<ConversationView> page(List<ConversationView> oneMore, int limit) {
            if (oneMore.size() > limit) {
                return new Page<>(oneMore.subList(0, limit), Activity.of(oneMore.get(limit)).cursor());
            }
            return new Page<>(oneMore, horizon == null ? null : horizon.cursor());
        }
    }

    private static Mono<Activity> horizon(DatabaseClient db, ConversationFilter filter, @Nullable Activity from) {
        String text = filter.text();
        if (text == null) {
            return Mono.empty();
        }
        Map<String, Object> values = new Part(filter, from, null).values();
        values.remove("text");
        return db.sql(ConversationSql.horizon(filter.conditions() + (from == null ? "" : FROM_ON)))
                .bindValues(values)
                .map(row -> Activity.of(row))
                .one();
    }

    private static Mono<Page<ConversationView>> page(DatabaseClient db, String select, Part part, int limit) {
        return db.sql(select + part.conditions() + LATEST_FIRST)
                .bindValues(part.values())
                .bind("limit", limit + 1)
                .map(ConversationView::of)
                .all()
                .collectList()
                .map(found -> part.page(found, limit));
    }
}
