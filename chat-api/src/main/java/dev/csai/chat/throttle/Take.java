package dev.csai.chat.throttle;

import java.time.Duration;

/** What came of asking for one unit of a window. */
public sealed interface Take {

    /**
     * @param granted whether a unit was left
     * @param remaining units left now
     * @param reset until the oldest units of the window come back
     */
    record Counted(boolean granted, int limit, Duration window, long remaining, Duration reset) implements Take {}

    /** The counter could not be asked; whether that is a reason to refuse is the asker's to say. */
    record Uncounted() implements Take {}
}
