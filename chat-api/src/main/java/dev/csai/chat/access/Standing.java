package dev.csai.chat.access;

/** What somebody whose token is genuine may do with it now. */
enum Standing {
    /** Nothing: they are not any more what it says. */
    NONE,
    /** What is open while their tenant is suspended. */
    SUSPENDED, FULL
}
