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

	/** The language most letters belong to. Of a tie the one whose letter comes first wins. */
	public static Language of(CharSequence text) {
		var letters = new int[values().length];
		Language first = OTHER;
		int end = Math.min(text.length(), SAMPLE);
		for (int at = 0; at < end;) {
			int letter = Character.codePointAt(text, at);
			at += Character.charCount(letter);
			if (Character.isLetter(letter)) {
				Language language = ofLetter(letter);
				if (letters[0] + letters[1] + letters[2] == 0) {
					first = language;
				}
				letters[language.ordinal()]++;
			}
		}
		Language most = first;
		for (Language language : values()) {
			if (letters[language.ordinal()] > letters[most.ordinal()]) {
				most = language;
			}
		}
		return most;
	}

	static Language ofLetter(int codePoint) {
		return switch (UnicodeScript.of(codePoint)) {
			case LATIN -> ENGLISH;
			case HEBREW -> HEBREW;
			default -> OTHER;
		};
	}
}
