package dev.csai.ingest.extract;

import java.text.Normalizer;

/**
 * The one form of text that leaves this package: NFC, single spaces, no line longer than its words, nothing invisible.
 *
 * <p>
 * NFC and not NFKC, which would change what people wrote (½, ™, superscripts). Hebrew points stay, they are marks and
 * not junk. The zero-width joiner and non-joiner stay, because Persian and emoji are spelled with them; tag characters
 * and other invisible code points go, since they can carry instructions that no person sees.
 */
public final class CleanText {
    private CleanText() {}

    public static String of(String raw) {
        var visible = new StringBuilder(raw.length());
        raw.codePoints().forEach(codePoint -> appendVisible(visible, codePoint));
        return stripTrailingSpace(Normalizer.normalize(visible, Normalizer.Form.NFC));
    }

    private static void appendVisible(StringBuilder text, int codePoint) {
        if (isLineBreak(codePoint)) {
            dropTrailingSpace(text);
            if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
                text.append('\n');
            }
        } else if (isSpace(codePoint)) {
            if (!text.isEmpty() && !endsWithSpace(text)) {
                text.append(' ');
            }
        } else if (!isInvisible(codePoint)) {
            text.appendCodePoint(codePoint);
        }
    }

    private static boolean isLineBreak(int codePoint) {
        return switch (codePoint) {
            case '\n', '\r', '\f', 0x0B, 0x85, 0x2028, 0x2029 -> true;
            default -> false;
        };
    }

    private static boolean isSpace(int codePoint) {
        return codePoint == '\t' || Character.getType(codePoint) == Character.SPACE_SEPARATOR;
    }

    private static boolean isInvisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.FORMAT -> codePoint != 0x200C && codePoint != 0x200D;
            case Character.CONTROL, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> true;
            default -> codePoint == 0xFFFC || codePoint == 0xFFFD || codePoint == 0x034F
                    || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
        };
    }

    private static boolean endsWithSpace(StringBuilder text) {
        char last = text.charAt(text.length() - 1);
        return last == ' ' || last == '\n';
    }

    private static void dropTrailingSpace(StringBuilder text) {
        if (!text.isEmpty() && text.charAt(text.length() - 1) == ' ') {
            text.setLength(text.length() - 1);
        }
    }

    private static String stripTrailingSpace(String text) {
        return text.stripTrailing();
    }
}
