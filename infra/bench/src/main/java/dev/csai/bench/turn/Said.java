package dev.csai.bench.turn;

import java.time.Duration;

/**
 * An answer as a client saw it.
 *
 * @param whole from the call to the last byte
 * @param first from the call to the first words; the whole time where the answer comes in one piece
 * @param complete whether it was an answer, from the first word to the last
 */
record Said(Duration whole, Duration first, boolean complete) {}
