package dev.csai.ingest.chunk;

import dev.csai.ingest.extract.Block;
import dev.csai.shared.text.Sentence;
import dev.csai.shared.text.Sentences;
import java.util.ArrayList;
import java.util.List;

/** Divides a block that is too long for a chunk: into runs of sentences of about the same length. */
final class Pieces {

    private final ChunkSize size;
    private final Tokens tokens;

    Pieces(ChunkSize size, Tokens tokens) {
        this.size = size;
        this.tokens = tokens;
    }

    List<Piece> of(Block block) {
        int length = tokens.of(block.text());
        if (length <= size.most()) {
            return List.of(new Piece(block.text(), length, block.page()));
        }
        List<Piece> units = new ArrayList<>();
        for (Sentence sentence : Sentences.split(block.text())) {
            divide(sentence.text(), block, units);
        }
        return runs(units, block);
    }

    /** Halves a sentence, at a space if there is one, until it fits. */
    private void divide(String text, Block block, List<Piece> units) {
        int length = tokens.of(text);
        if (length <= size.most() || text.length() == 1) {
            units.add(new Piece(text, length, block.page()));
            return;
        }
        int middle = middle(text);
        String head = text.substring(0, middle).strip();
        String tail = text.substring(middle).strip();
        if (!head.isEmpty()) {
            divide(head, block, units);
        }
        if (!tail.isEmpty()) {
            divide(tail, block, units);
        }
    }

    private static int middle(String text) {
        int half = text.length() / 2;
        for (int distance = 0; distance < half; distance++) {
            if (Character.isWhitespace(text.charAt(half - distance))) {
                return half - distance;
            }
            if (Character.isWhitespace(text.charAt(half + distance))) {
                return half + distance;
            }
        }
        return Character.isLowSurrogate(text.charAt(half)) ? half + 1 : half;
    }

    private List<Piece> runs(List<Piece> units, Block block) {
        int total = units.stream().mapToInt(Piece::tokens).sum();
        int runs = (total + size.most() - 1) / size.most();
        int even = (total + runs - 1) / runs;
        List<Piece> result = new ArrayList<>();
        List<Piece> run = new ArrayList<>();
        for (Piece unit : units) {
            int length = length(run);
            boolean full = length + unit.tokens() > size.most();
            boolean nearer = length + unit.tokens() / 2 > even;
            if (!run.isEmpty() && (full || nearer)) {
                result.add(joined(run, block));
                run = overlapOf(run, size.most() - unit.tokens());
            }
            run.add(unit);
        }
        result.add(joined(run, block));
        return result;
    }

    private List<Piece> overlapOf(List<Piece> run, int room) {
        int from = run.size();
        int length = 0;
        while (from > 1 && length + run.get(from - 1).tokens() <= Math.min(size.overlap(), room)) {
            from--;
            length += run.get(from).tokens();
        }
        return new ArrayList<>(run.subList(from, run.size()));
    }

    private static int length(List<Piece> run) {
        return run.stream().mapToInt(Piece::tokens).sum();
    }

    private static Piece joined(List<Piece> run, Block block) {
        return new Piece(String.join(" ", run.stream().map(Piece::text).toList()), length(run), block.page());
    }
}
