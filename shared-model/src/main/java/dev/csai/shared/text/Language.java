package dev.csai.shared.text;

import java.lang.Character.UnicodeScript;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a text is written in, as far as it changes how the text is cut, indexed and ranked. */
public enum Language {

    /** Latin letters. Other languages of that script are read as English, alike on both sides of the index. */
    ENGLISH("en"),

    HEBREW("he"),

    /** Every other script, and texts without a letter. */
    OTHER("und");

    /** Enough to tell; a ten-megabyte document need not be read twice. */
    private static final int SAMPLE = 20_000;

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

    /** The language most letters belong to; of a tie the one that comes first. */
    public static Language of(CharSequence text) {
        var letters = new LinkedHashMap<Language, Integer>();
        text.chars()
                .limit(SAMPLE)
                .filter(Character::isLetter)
                .forEach(letter -> letters.merge(ofLetter(letter), 1, Integer::sum));
        Language most = OTHER;
        int count = 0;
        for (Map.Entry<Language, Integer> entry : letters.entrySet()) {
            if (entry.getValue() > count) {
                most = entry.getKey();
                count = entry.getValue();
            }
        }
        return most;
    }

    static Language ofLetter(int letter) {
        return switch (UnicodeScript.of(letter)) {
            case LATIN -> ENGLISH;
            case HEBREW -> HEBREW;
            default -> OTHER;
        };
    }
}
