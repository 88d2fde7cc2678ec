package dev.csai.chat.answer;

import dev.csai.shared.text.Language;
import java.util.regex.Pattern;

/** The kind of thing a question asks for, as far as its question word tells. */
enum Expected {

    NUMBER(Pattern.compile("\\p{N}")),

    /** A word with a capital letter that does not begin the sentence. Hebrew has none. */
    NAME(Pattern.compile("(?<=[\\p{L}\\p{N},;:] ?)\\p{Lu}\\p{L}+")),

    ANYTHING(Pattern.compile(""));

    private static final Pattern ASKS_NUMBER = Pattern.compile(
            "\\b(when|how (many|much|long|old|far|often|big|large|tall)|what (year|date|time|price|percentage|number)"
                    + "|which year|hours?|price|cost|מתי|כמה|באיזו שנה|באיזה שנה|באיזה תאריך|מחיר|שעות)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern ASKS_NAME = Pattern.compile("\\b(who|whom|whose|where)\\b",
            Pattern.CASE_INSENSITIVE);

    private final Pattern pattern;

    Expected(Pattern pattern) {
        this.pattern = pattern;
    }

    static Expected of(String question, Language language) {
        if (ASKS_NUMBER.matcher(question).find()) {
            return NUMBER;
        }
        return language == Language.ENGLISH && ASKS_NAME.matcher(question).find() ? NAME : ANYTHING;
    }

    boolean isIn(String sentence) {
        return this != ANYTHING && pattern.matcher(sentence).find();
    }
}
