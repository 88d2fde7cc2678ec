package dev.csai.chat.tool;

import dev.csai.chat.audit.Audit;
import dev.csai.chat.audit.Target;
import dev.csai.chat.db.SystemTransaction;
import dev.csai.chat.web.Page;
import dev.csai.shared.Ids;
import dev.csai.shared.TenantId;
import dev.csai.shared.problem.ProblemException;
import dev.csai.shared.problem.ProblemType;
import java.time.Clock;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The tools that tenants may be offered. A tool keeps its name once it has been published, for models and tenants know
 * it by that, and is retired rather than deleted. Nobody writes over or publishes what they have not seen.
 */
@Component
class ToolCatalogue {

    private static final UUID NEWEST = new UUID(-1, -1);

    private final SystemTransaction system;
    private final ToolTable table;
    private final Audit audit;
    private final Clock clock;

    ToolCatalogue(SystemTransaction system, ToolTable table, Audit audit, Clock clock) {
        this.system = system;
        this.table = table;
        this.audit = audit;
        this.clock = clock;
    }

    /** Newest first. */
    Mono<Page<Tool>> page(int limit, @Nullable UUID before, @Nullable State state, @Nullable String text) {
        return system.in(db -> table.page(db, before == null ? NEWEST : before, state, text, limit + 1).collectList())
                .map(found -> Page.of(found, limit, tool -> tool.id().toString()));
    }

    Mono<Tool> find(UUID id) {
        return system.in(db -> table.find(db, id)).switchIfEmpty(unknown());
    }

    /** Begins as a draft. */
    Mono<Tool> draft(ToolDefinition.Checked definition) {
        Tool tool = Tool.drafted(Ids.next(), definition, clock.instant());
        return system.in(db -> table.add(db, tool).then(told(db, tool.id(), null, tool)).thenReturn(tool))
                .onErrorMap(DuplicateKeyException.class, e -> nameTaken());
    }

    /** @throws ProblemException {@code stale} if the tool has been changed since that revision */
    Mono<Tool> define(UUID id, int revision, ToolDefinition.Checked definition) {
        return change(id, before -> {
            checkSeen(before, revision);
            if (before.state() != State.DRAFT && !before.name().equals(definition.name())) {
                throw ProblemException.invalid("/name", "fixed",
                        "A tool that was published keeps its name. Make a new one and retire this.");
            }
            return before.with(definition, clock.instant());
        }).onErrorMap(DuplicateKeyException.class, e -> nameTaken());
    }

    /**
     * A tool that is published stays so.
     *
     * @throws ProblemException {@code stale} if the tool has been changed since that revision
     */
    Mono<Tool> publish(UUID id, int revision) {
        return change(id, before -> {
            if (before.state() == State.PUBLISHED) {
                return before;
            }
            checkSeen(before, revision);
            return before.in(State.PUBLISHED, clock.instant());
        });
    }

    private static void checkSeen(Tool before, int revision) {
        if (before.revision() != revision) {
            throw ProblemException.of(ProblemType.STALE,
                    "The tool has been changed meanwhile. Read it again before you change or publish it.");
        }
    }

    Mono<Tool> retire(UUID id) {
        return change(id, before -> switch (before.state()) {
            case DRAFT -> throw ProblemException.of(ProblemType.CONFLICT, "A draft is not offered. Delete it instead.");
            case PUBLISHED -> before.in(State.RETIRED, clock.instant());
            case RETIRED -> before;
        });
    }

    Mono<Void> delete(UUID id) {
        return system.in(db -> table.toChange(db, id)
                .switchIfEmpty(unknown())
                .flatMap(before -> delete(db, before)));
    }

    private Mono<Void> delete(DatabaseClient db, Tool before) {
        if (before.state() != State.DRAFT) {
            throw ProblemException.of(ProblemType.CONFLICT, "Only a draft is deleted. Retire this tool instead.");
        }
        return table.remove(db, before.id()).then(told(db, before.id(), before, null));
    }

    private Mono<Tool> change(UUID id, UnaryOperator<Tool> change) {
        return system.in(db -> table.toChange(db, id)
                .switchIfEmpty(unknown())
                .flatMap(before -> replace(db, before, change.apply(before))));
    }

    private Mono<Tool> replace(DatabaseClient db, Tool before, Tool after) {
        return table.replace(db, after).then(told(db, after.id(), before, after)).thenReturn(after);
    }

    private Mono<Void> told(DatabaseClient db, UUID id, @Nullable Tool before, @Nullable Tool after) {
        return audit.changed(db, TenantId.PLATFORM, Target.of("tool", id),
                before == null ? null : ToolSnapshot.of(before), after == null ? null : ToolSnapshot.of(after));
    }

    private static ProblemException nameTaken() {
        return ProblemException.of(ProblemType.CONFLICT, "There is a tool of this name already.");
    }

    private static <T> Mono<T> unknown() {
        return Mono.error(() -> ProblemException.notFound("tool"));
    }
}
