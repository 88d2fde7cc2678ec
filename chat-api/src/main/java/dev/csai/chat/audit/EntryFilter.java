package dev.csai.chat.audit;

import dev.csai.chat.db.Conditions;
import dev.csai.chat.web.PlainText;
import dev.csai.chat.web.Times;
import dev.csai.shared.TenantId;
import dev.csai.shared.problem.ProblemException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which entries are asked for, as conditions on rows and the values that go into them. */
final class EntryFilter {

    private static final int MAX = 200;
    private static final Set<String> ACTORS = Set.of(Actor.MEMBER, Actor.BACKEND, Actor.OPERATOR, Actor.ANONYMOUS);
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final String CONTAINS = "strpos(lower(%s), lower(:%s)) > 0";
    private static final String ALL_TEXT = "concat_ws(' ', e.operation, e.actor_name, e.target_kind, e.target_id, "
            + "e.problem, e.before::text, e.after::text, e.network, e.request_id)";

    private final Conditions conditions = new Conditions();

    /**
     * As they come.
     *
     * @param from a time, inclusive
     * @param to a time, exclusive
     * @param operation whole, such as {@code PATCH /v1/members/{id}}
     * @param actor an id, a kind, or a part of a name
     * @param target an id or a kind
     * @param text that is anywhere in an entry
     */
    record Asked(@Nullable String from, @Nullable String to, @Nullable String operation, @Nullable String actor,
            @Nullable String outcome, @Nullable String target, @Nullable String text) {}

    /** @throws ProblemException if something asked for is not as it must be */
    static EntryFilter of(Asked asked, @Nullable TenantId tenant) {
        EntryFilter filter = new EntryFilter();
        filter.add("e.tenant_id = :tenant", "tenant", tenant == null ? null : tenant.value());
        filter.add("e.occurred_at >= :from", "from", Times.optional(asked.from(), "from"));
        filter.add("e.occurred_at < :to", "to", Times.optional(asked.to(), "to"));
        filter.add("e.operation = :operation", "operation", checked(asked.operation(), "operation"));
        filter.actor(checked(asked.actor(), "actor"));
        filter.outcome(asked.outcome());
        filter.add("(e.target_id = :target or e.target_kind = :target)", "target", checked(asked.target(), "target"));
        filter.add(CONTAINS.formatted(ALL_TEXT, "text"), "text", checked(asked.text(), "text"));
        return filter;
    }

    String conditions() {
        return conditions.sql();
    }

    Map<String, Object> values() {
        return conditions.values();
    }

    private void actor(@Nullable String actor) {
        if (actor != null && ID.matcher(actor).matches()) {
            add("e.actor_id = :actor", "actor", UUID.fromString(actor));
        } else if (actor != null && ACTORS.contains(actor)) {
            add("e.actor_kind = :actor", "actor", actor);
        } else {
            add(CONTAINS.formatted("e.actor_name", "actor"), "actor", actor);
        }
    }

    private void outcome(@Nullable String outcome) {
        if (outcome != null && Outcome.ofWord(outcome).isEmpty()) {
            throw ProblemException.invalid("outcome", "not-allowed", "An outcome is allowed, denied or failed.");
        }
        add("e.outcome = :outcome", "outcome", outcome);
    }

    private void add(String condition, String name, @Nullable Object value) {
        conditions.add(condition, name, value);
    }

    /** An empty one asks for nothing. */
    private static @Nullable String checked(@Nullable String given, String name) {
        String text = PlainText.optional(given, name, MAX);
        return text == null || text.isEmpty() ? null : text;
    }
}
