package dev.csai.ingest.extract.pdf;

import java.text.Bidi;
import java.util.Arrays;
import java.util.List;

/**
 * Turns signs as they stand from left to right into letters as they are read. The bidirectional algorithm, run over
 * what it once produced, undoes itself for all but contrived text: numbers and Latin words inside Hebrew or Arabic keep
 * their own direction.
 */
final class LogicalOrder {
    private static final String MIRRORED = "()[]{}<>«»‹›";

    private LogicalOrder() {}

    /** @param pieces from left to right, each in logical order itself */
    static String of(List<String> pieces, boolean rightToLeft) {
        String visual = String.join("", pieces);
        if (!rightToLeft && !Bidi.requiresBidi(visual.toCharArray(), 0, visual.length())) {
            return visual;
        }
        var bidi = new Bidi(visual, rightToLeft ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
        byte[] levels = new byte[pieces.size()];
        for (int i = 0, at = 0; i < levels.length; at += pieces.get(i).length(), i++) {
            levels[i] = (byte) bidi.getLevelAt(at);
        }
        String mirrored = reordered(pieces, levels, true);
        String asDrawn = reordered(pieces, levels, false);
        return unbalanced(mirrored) <= unbalanced(asDrawn) ? mirrored : asDrawn;
    }

    private static String reordered(List<String> pieces, byte[] levels, boolean mirror) {
        Object[] ordered = new Object[levels.length];
        for (int i = 0; i < levels.length; i++) {
            ordered[i] = mirror && levels[i] % 2 == 1 ? mirrored(pieces.get(i)) : pieces.get(i);
        }
        Bidi.reorderVisually(levels, 0, ordered, 0, ordered.length);
        return String.join("", Arrays.asList(ordered).stream().map(String::valueOf).toList());
    }

    /** Some fonts name a bracket by its look, some by its meaning; in the wrong one of two readings they close first. */
    private static int unbalanced(String text) {
        int depth = 0;
        int closedFirst = 0;
        for (int i = 0; i < text.length(); i++) {
            int at = MIRRORED.indexOf(text.charAt(i));
            if (at >= 0) {
                depth += at % 2 == 0 ? 1 : -1;
                closedFirst += depth < 0 ? 1 : 0;
                depth = Math.max(depth, 0);
            }
        }
        return closedFirst;
    }

    /** Letters to the right-to-left minus letters to the left-to-right. */
    static int rightToLeftSurplus(CharSequence text) {
        return text.chars().map(c -> switch (Character.getDirectionality(c)) {
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> 1;
            case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> -1;
            default -> 0;
        }).sum();
    }

    static boolean hasRightToLeft(CharSequence text) {
        return text.chars().anyMatch(c -> switch (Character.getDirectionality(c)) {
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> true;
            default -> false;
        });
    }

    /** A bracket is drawn for the direction it opens in, but has one meaning. */
    private static String mirrored(String piece) {
        int at = piece.length() == 1 ? MIRRORED.indexOf(piece) : -1;
        return at < 0 ? piece : String.valueOf(MIRRORED.charAt(at ^ 1));
    }
}
