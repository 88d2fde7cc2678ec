package dev.csai.chat.identity;

import dev.csai.chat.audit.Snapshot;

/** What the audit log tells of somebody who has become a member. */
public record JoinedSnapshot(String email, String role) implements Snapshot {}
