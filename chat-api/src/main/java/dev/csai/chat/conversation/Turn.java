package dev.csai.chat.conversation;

import dev.csai.chat.assistant.Channel;
import dev.csai.shared.TenantId;
import java.util.UUID;

/**
 * One inbound message and everything done to answer it, as held by the worker whose lease has this epoch.
 *
 * @param ordinal its place in the conversation; a turn waits for the earlier ones
 * @param channel that its conversation is on
 * @param locale language tag the page or the earlier conversation suggests; the text itself decides first
 */
record Turn(TenantId tenant, UUID id, UUID conversationId, Channel channel, int ordinal, int epoch, String text,
        String locale) {}
