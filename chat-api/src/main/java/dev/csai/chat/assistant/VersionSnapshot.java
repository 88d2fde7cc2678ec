package dev.csai.chat.assistant;

import dev.csai.chat.audit.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * What the audit log tells of a change of what is in force.
 *
 * @param version null as long as nothing was published
 * @param restoredFrom the earlier version that was published anew, if it was one
 */
record VersionSnapshot(@Nullable Integer version, @Nullable Integer restoredFrom) implements Snapshot {}
