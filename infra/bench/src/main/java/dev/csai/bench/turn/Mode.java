package dev.csai.bench.turn;

/** How a client wants its answer. */
enum Mode {
    JSON("application/json"), STREAM("text/event-stream");

    private final String mediaType;

    Mode(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }
}
