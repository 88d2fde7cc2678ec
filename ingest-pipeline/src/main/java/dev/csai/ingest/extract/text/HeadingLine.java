package dev.csai.ingest.extract.text;

/** Whether a line that stands alone is a heading. Only what is beyond doubt is: a wrong heading spoils a chunk. */
final class HeadingLine {
    private static final int MAX_CHARACTERS = 80;
    private static final int MIN_CAPITALS = 4;
    private static final String SENTENCE_ENDS = ".,;:!?…\"')]”׃";

    private HeadingLine() {}

    static boolean isShort(String line) {
        return line.strip().length() <= MAX_CHARACTERS;
    }

    /** The line at the very top names the text, unless it is a sentence; elsewhere it has to shout. */
    static boolean isHeading(String line, boolean topOfText) {
        String stripped = line.strip();
        if (!isShort(line) || SENTENCE_ENDS.indexOf(stripped.charAt(stripped.length() - 1)) >= 0) {
            return false;
        }
        return isAllCapitals(stripped) || (topOfText && stripped.chars().anyMatch(Character::isLetter));
    }

    private static boolean isAllCapitals(String line) {
        return line.chars().noneMatch(Character::isLowerCase)
                && line.chars().filter(Character::isUpperCase).count() >= MIN_CAPITALS;
    }
}
