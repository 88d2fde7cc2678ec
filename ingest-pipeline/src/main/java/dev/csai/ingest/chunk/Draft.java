package dev.csai.ingest.chunk;

import dev.csai.shared.text.Language;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The chunk that is being gathered. */
final class Draft {

    private final ChunkSize size;
    private final List<Piece> pieces = new ArrayList<>();
    private int tokens;

    Draft(ChunkSize size) {
        this.size = size;
    }

    boolean isEmpty() {
        return pieces.isEmpty();
    }

    /** Two paragraphs that can each stand alone stay apart. */
    boolean takes(Piece piece) {
        if (pieces.isEmpty()) {
            return true;
        }
        boolean oneIsSmall = tokens < size.least() || piece.tokens() < size.least();
        return oneIsSmall && tokens + piece.tokens() <= size.most();
    }

    void add(Piece piece) {
        pieces.add(piece);
        tokens += piece.tokens();
    }

    Chunk finish(int ordinal, @Nullable String heading) {
        String text = String.join("\n", pieces.stream().map(Piece::text).toList());
        var chunk = new Chunk(ordinal, heading, page(), text, Language.of(text), tokens);
        pieces.clear();
        tokens = 0;
        return chunk;
    }

    private @Nullable Integer page() {
        Piece longest = pieces.getFirst();
        for (Piece piece : pieces) {
            if (piece.text().length() > longest.text().length()) {
                longest = piece;
            }
        }
        return longest.page();
    }
}
