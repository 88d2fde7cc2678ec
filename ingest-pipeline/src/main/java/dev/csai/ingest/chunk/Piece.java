package dev.csai.ingest.chunk;

import org.jspecify.annotations.Nullable;

/** A text that goes into a chunk undivided. */
record Piece(String text, int tokens, @Nullable Integer page) {}
