package dev.csai.shared.text;

import java.lang.Character.UnicodeScript;

/** What a text is written in, as far as it changes how the text is cut, indexed and ranked. */
public enum Language {

    /** Latin letters. Other languages of that script are read as English, alike on both sides of the index. */
    ENGLISH("en"),

    HEBREW("he"),

    /** Every other script, and texts without a letter. */
    OTHER("und");

    /** Enough to tell; a ten-megabyte document need not be read twice. */
    private static final int SAMPLE = 20_000;

    private static final int FIRST_BEYOND_ASCII = 0x80;

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** The BCP 47 tag stored with a chunk. */
    public String tag() {
        return tag;
    }

    /** @throws IllegalArgumentException if no language has this tag */
    public static Language ofTag(String tag) {
        for (Language language : values()) {
            if (language.tag.equals(tag)) {
                return language;
            }
        }
        throw new IllegalArgumentException("Unknown language tag: " + tag);
    }

    /** The language most letters belong to; of a tie Hebrew, whose texts often quote words in Latin letters. */
    public static Language of(CharSequence text) {
        int english = 0;
        int hebrew = 0;
        int other = 0;
        int end = Math.min(text.length(), SAMPLE);
        for (int i = 0; i < end; i++) {
            char letter = text.charAt(i);
            if (Character.isLetter(letter)) {
                switch (ofLetter(letter)) {
                    case ENGLISH -> english++;
                    case HEBREW -> hebrew++;
                    case OTHER -> other++;
                }
            }
        }
        if (hebrew > 0 && hebrew >= english && hebrew >= other) {
            return HEBREW;
        }
        return english > 0 && english >= other ? ENGLISH : OTHER;
    }

    static Language ofLetter(int letter) {
        if (letter < FIRST_BEYOND_ASCII) {
            return ENGLISH;
        }
        return switch (UnicodeScript.of(letter)) {
            case LATIN -> ENGLISH;
            case HEBREW -> HEBREW;
            default -> OTHER;
        };
    }
}
