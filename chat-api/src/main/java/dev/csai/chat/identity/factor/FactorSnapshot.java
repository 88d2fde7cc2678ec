package dev.csai.chat.identity.factor;

import dev.csai.chat.audit.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * What the audit log tells of somebody's second factor.
 *
 * @param secondFactor {@code off}, {@code pending} or {@code on}
 * @param recoveryCodes how many are left, while it is on
 */
public record FactorSnapshot(String secondFactor, @Nullable Long recoveryCodes) implements Snapshot {}
