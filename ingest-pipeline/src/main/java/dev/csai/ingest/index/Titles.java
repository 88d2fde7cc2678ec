package dev.csai.ingest.index;

import dev.csai.ingest.chunk.Chunk;
import java.util.Locale;

/** A passage is about what its document and its headings are about, even if it does not say so again. */
public final class Titles {

    private static final int LONGEST_EXTENSION = 5;

    private Titles() {}

    /** What the name of a file says: {@code refund-policy_2026.pdf} is "refund policy 2026". */
    public static String ofFile(String fileName) {
        int dot = fileName.lastIndexOf('.');
        boolean hasExtension = dot > 0 && fileName.length() - dot <= LONGEST_EXTENSION;
        String name = hasExtension ? fileName.substring(0, dot) : fileName;
        return name.replace('_', ' ').replace('-', ' ').strip();
    }

    /** The text that is indexed and embedded for a chunk. */
    public static String inContext(Chunk chunk, String title) {
        String heading = chunk.heading() == null ? "" : chunk.heading();
        boolean repeats = heading.toLowerCase(Locale.ROOT).contains(title.toLowerCase(Locale.ROOT));
        String context = repeats ? heading : title + "\n" + heading;
        return context.isBlank() ? chunk.text() : context.strip() + "\n" + chunk.text();
    }
}
