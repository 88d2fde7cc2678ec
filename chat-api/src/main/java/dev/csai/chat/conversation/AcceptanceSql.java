package dev.csai.chat.conversation;

/** The ways in which an utterance is accepted, each in one statement, which yields a row only if the turn is new. */
final class AcceptanceSql {

    /** The turn first: only if it is really new does the conversation come to be. */
    static final String BEGIN = """
            with turn as (
              insert into chat.turns (tenant_id, id, conversation_id, client_message_id, request_sha256, ordinal,
                locale, state, lease_until, created_at)
              values (:tenant, :turn, :conversation, :key, :fingerprint, 1,
                coalesce(:locale, (select default_locale from chat.tenants where id = :tenant)), 'running',
                now() + :lease * interval '1 second', :now)
              on conflict (tenant_id, client_message_id) do nothing
              returning conversation_id, locale, ordinal),
            conversation as (
              insert into chat.conversations (tenant_id, id, channel, status, locale, created_at, updated_at, turn_count)
              select :tenant, conversation_id, 'widget', 'open', locale, :now, :now, 1 from turn),
            said as (
              insert into chat.messages (tenant_id, id, conversation_id, turn_id, direction, author, text, created_at)
              select :tenant, :message, conversation_id, :turn, 'inbound', 'contact', :text, :now from turn)
            select conversation_id, locale, ordinal from turn
            """;

    /**
     * The conversation's row lock makes the order of acceptance the order of the turns, and who has waited for it finds
     * the turn of the copy that came first: only a new turn changes the conversation. A contact who has just been
     * verified takes the conversation over, unless it is another one's.
     */
    static final String CONTINUE = """
            with locked as (
              select c.id, c.turn_count + 1 as ordinal, coalesce(:locale, c.locale) as locale
              from chat.conversations c
              where c.tenant_id = :tenant and c.id = :conversation
                and not exists (select from chat.contacts k where k.tenant_id = c.tenant_id and k.id = c.contact_id
                  and (k.blocked or k.verified and k.id <> :contact))
              for no key update of c),
            turn as (
              insert into chat.turns (tenant_id, id, conversation_id, client_message_id, request_sha256, ordinal,
                locale, state, lease_until, created_at)
              select :tenant, :turn, id, :key, :fingerprint, ordinal, locale, 'running',
                now() + :lease * interval '1 second', :now
              from locked
              on conflict (tenant_id, client_message_id) do nothing
              returning conversation_id, locale, ordinal),
            conversation as (
              update chat.conversations c set turn_count = turn.ordinal, updated_at = :now, locale = turn.locale,
                contact_id = coalesce(:contact, contact_id),
                status = case status when 'resolved' then 'open' else status end
              from turn where c.tenant_id = :tenant and c.id = turn.conversation_id),
            said as (
              insert into chat.messages (tenant_id, id, conversation_id, turn_id, direction, author, text, created_at)
              select :tenant, :message, conversation_id, :turn, 'inbound', 'contact', :text, :now from turn)
            select conversation_id, locale, ordinal from turn
            """;

    /** A contact, whose row is locked, goes on with the latest conversation, or begins one if that is resolved. */
    static final String RETURN = """
            with latest as (
              select id from chat.conversations where tenant_id = :tenant and contact_id = :contact
              order by updated_at desc, id desc limit 1),
            locked as (
              select c.id, c.turn_count + 1 as ordinal, coalesce(:locale, c.locale) as locale
              from chat.conversations c join latest on latest.id = c.id
              where c.tenant_id = :tenant and c.status <> 'resolved'
              for no key update of c),
            turn as (
              insert into chat.turns (tenant_id, id, conversation_id, client_message_id, request_sha256, ordinal,
                locale, state, lease_until, created_at)
              select :tenant, :turn, coalesce(c.id, begun.id), :key, :fingerprint, coalesce(c.ordinal, 1),
                coalesce(c.locale, :locale, (select default_locale from chat.tenants where id = :tenant)), 'running',
                now() + :lease * interval '1 second', :now
              from (select cast(:conversation as uuid) as id) begun left join locked c on true
              on conflict (tenant_id, client_message_id) do nothing
              returning conversation_id, locale, ordinal),
            continued as (
              update chat.conversations c set turn_count = turn.ordinal, updated_at = :now, locale = turn.locale
              from turn where c.tenant_id = :tenant and c.id = turn.conversation_id),
            conversation as (
              insert into chat.conversations (tenant_id, id, channel, status, locale, contact_id, created_at, updated_at,
                turn_count)
              select :tenant, conversation_id, 'widget', 'open', locale, :contact, :now, :now, 1 from turn
              where not exists (select from locked)),
            said as (
              insert into chat.messages (tenant_id, id, conversation_id, turn_id, direction, author, text, created_at)
              select :tenant, :message, conversation_id, :turn, 'inbound', 'contact', :text, :now from turn)
            select conversation_id, locale, ordinal from turn
            """;

    /** Always one row: the turn of the key, if there is one, and whether the conversation's contact is blocked. */
    static final String FIND = """
            select t.id, t.conversation_id, t.request_sha256, t.answer::text as answer,
              coalesce(k.blocked, false) as blocked
            from (select cast(:conversation as uuid) as id) asked
            left join chat.turns t on t.tenant_id = :tenant and t.client_message_id = :key
            left join chat.conversations c on c.tenant_id = :tenant and c.id = coalesce(t.conversation_id, asked.id)
            left join chat.contacts k on k.tenant_id = c.tenant_id and k.id = c.contact_id
            """;

    private AcceptanceSql() {}
}
