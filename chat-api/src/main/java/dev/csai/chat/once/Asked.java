package dev.csai.chat.once;

import java.util.List;

/**
 * A request that may come again.
 *
 * @param what it asks for; the same for whoever means the same
 */
public record Asked(IdempotencyKey key, List<Object> what) {

    public Asked {
        what = List.copyOf(what);
    }
}
