package dev.csai.chat.inbox;

import dev.csai.chat.conversation.Answer.ConversationStatus;
import dev.csai.chat.db.Conditions;
import dev.csai.chat.web.PlainText;
import dev.csai.chat.web.Times;
import dev.csai.shared.TenantId;
import dev.csai.shared.problem.ProblemException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which conversations are asked for. */
final class ConversationFilter {

    private static final int MAX_CHANNEL = 50;
    private static final int MAX_TEXT = 200;

    private final Conditions conditions = new Conditions();
    private final @Nullable String text;

    private ConversationFilter(@Nullable String text) {
        this.text = text;
    }

    /**
     * As they come.
     *
     * @param status {@code open, pending, handed_off} or {@code resolved}
     * @param text that somebody said
     * @param since of the last activity, inclusive
     * @param until of the last activity, exclusive
     * @param contact an id
     */
    record Asked(@Nullable String status, @Nullable String channel, @Nullable String text, @Nullable String since,
            @Nullable String until, @Nullable UUID contact) {}

    /**
     * As operators ask. What was said is not among it: finding it would tell it, and no log would say so.
     *
     * @param tenant an id; of all tenants without
     */
    record AskedOfAll(@Nullable UUID tenant, @Nullable String status, @Nullable String channel,
            @Nullable String since, @Nullable String until, @Nullable UUID contact) {

        @Nullable
        TenantId tenantId() {
            return tenant == null ? null : new TenantId(tenant);
        }
    }

    /** @throws ProblemException if something asked for is not as it must be */
    static ConversationFilter of(TenantId tenant, Asked asked) {
        return of(tenant, asked, given(asked.text(), "text", MAX_TEXT));
    }

    /** @throws ProblemException if something asked for is not as it must be */
    static ConversationFilter of(AskedOfAll asked) {
        return of(asked.tenantId(), new Asked(asked.status(), asked.channel(), null, asked.since(), asked.until(),
                asked.contact()), null);
    }

    private static ConversationFilter of(@Nullable TenantId tenant, Asked asked, @Nullable String text) {
        ConversationFilter filter = new ConversationFilter(text);
        filter.conditions.add("c.tenant_id = :tenant", "tenant", tenant == null ? null : tenant.value());
        filter.conditions.add("c.status = :status", "status", status(given(asked.status(), "status", MAX_TEXT)));
        filter.conditions.add("c.channel = :channel", "channel", given(asked.channel(), "channel", MAX_CHANNEL));
        filter.conditions.add("c.updated_at >= :since", "since", Times.optional(asked.since(), "since"));
        filter.conditions.add("c.updated_at < :until", "until", Times.optional(asked.until(), "until"));
        filter.conditions.add("c.contact_id = :contact", "contact", asked.contact());
        return filter;
    }

    /** Of everything but the text. */
    String conditions() {
        return conditions.sql();
    }

    Map<String, Object> values() {
        return conditions.values();
    }

    @Nullable
    String text() {
        return text;
    }

    private static @Nullable String status(@Nullable String given) {
        if (given != null && Arrays.stream(ConversationStatus.values())
                .noneMatch(status -> status.name().toLowerCase(Locale.ROOT).equals(given))) {
            throw ProblemException.invalid("status", "not-allowed",
                    "A status is open, pending, handed_off or resolved.");
        }
        return given;
    }

    /** An empty one asks for nothing. */
    private static @Nullable String given(@Nullable String given, String name, int max) {
        String text = PlainText.optional(given, name, max);
        return text == null || text.isEmpty() ? null : text;
    }
}
