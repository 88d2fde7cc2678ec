package dev.csai.chat.inbox;

/** How conversations are read. What they are asked for by is put behind {@code where}. */
final class ConversationSql {

    private static final String CONVERSATION = """
            select c.id, c.tenant_id, c.channel, c.status, c.locale, c.turn_count, c.created_at, c.updated_at, c.contact_id,
              k.external_id, k.name as contact_name, k.email, k.verified, k.blocked,
            """;
    private static final String FROM = """
            from chat.conversations c
            left join chat.contacts k on k.tenant_id = c.tenant_id and k.id = c.contact_id
            """;

    /** With the beginning of what was said last. */
    static final String OF_TENANT = CONVERSATION + """
            cast(null as text) as tenant_name, m.author, m.said, m.outcome, m.said_at
            """ + FROM + """
            left join lateral (
              select author, left(text, 200) as said, outcome, created_at as said_at from chat.messages
              where tenant_id = c.tenant_id and conversation_id = c.id order by position desc limit 1) m on true
            where\s""";

    /** With whose it is, and nothing of what was said. */
    static final String OF_ALL = CONVERSATION + """
            t.name as tenant_name, cast(null as text) as author, cast(null as text) as said,
            cast(null as text) as outcome, cast(null as timestamptz) as said_at
            """ + FROM + """
            join chat.tenants t on t.id = c.tenant_id
            where\s""";

    static final String LATEST_FIRST = " order by c.updated_at desc, c.id desc limit :limit";
    static final String NEWEST_FIRST = " order by c.id desc limit :limit";

    /** A subquery of one value, which no plan turns into a walk through all that the tenant's contacts ever said. */
    static final String SAID = """
             and (select true from chat.messages m where m.tenant_id = c.tenant_id and m.conversation_id = c.id
              and strpos(lower(m.text), lower(:text)) > 0 limit 1)
            """;

    static final String FROM_ON = " and (c.updated_at, c.id) <= (:fromTime, :fromId)";
    static final String BEFORE_HORIZON = " and (c.updated_at, c.id) > (:horizonTime, :horizonId)";

    private ConversationSql() {}

    /**
     * The first conversation that a search does not look through, for it has looked through enough by then: a thousand
     * conversations, or as many as hold five thousand turns.
     */
    static String horizon(String conditions) {
        return """
                select updated_at, id from (
                  select updated_at, id, row_number() over latest as place, sum(turn_count) over latest - turn_count as turns
                  from (select c.updated_at, c.id, c.turn_count from chat.conversations c where %s
                    order by c.updated_at desc, c.id desc limit 1001) looked
                  window latest as (order by updated_at desc, id desc)) counted
                where place > 1000 or turns >= 5000
                order by place limit 1
                """
                .formatted(conditions);
    }

    /** The last of the next so many, by when they began, which does not change while they are read. */
    static String end(String conditions) {
        return "select c.id from chat.conversations c where " + conditions
                + " and c.id < :before order by c.id desc offset :more limit 1";
    }
}
