package dev.csai.chat.contact;

import org.jspecify.annotations.Nullable;

/** Who a visitor is, as far as that is known. */
public sealed interface Claimant {

    /** Nobody has said anything. */
    record Unknown() implements Claimant {}

    /** The page says so, which anybody could have made it say. Something of it is there. */
    record Named(@Nullable String externalId, @Nullable String name, @Nullable String email) implements Claimant {}

    /** The tenant's own server has vouched for it. */
    record Verified(String externalId, @Nullable String name, @Nullable String email) implements Claimant {}
}
