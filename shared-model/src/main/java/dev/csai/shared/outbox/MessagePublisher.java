package dev.csai.shared.outbox;

import java.util.List;

/** Hands rows to the broker. */
interface MessagePublisher {

    /**
     * Returns only when the broker has taken responsibility for every row.
     *
     * @throws IllegalStateException if the broker refused one or did not confirm in time; all rows stay in the outbox
     */
    void publish(List<OutboxRow> rows);
}
