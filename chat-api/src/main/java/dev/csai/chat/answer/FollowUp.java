package dev.csai.chat.answer;

import dev.csai.chat.answer.Question.Said;
import java.util.regex.Pattern;

/**
 * Makes a question that leans on the one before ("and on Saturday?") stand by itself, by putting the earlier question
 * in front of it. Only short questions that begin so are meant; anything else is searched as it was asked.
 */
final class FollowUp {

    private static final int LONGEST = 80;
    private static final Pattern LEANS = Pattern.compile(
            "^(and|or|but|also|what about|how about|what if|same for|ומה|ואם|ומתי|ואיך|וכמה|ואיפה|ועל|ול|וב|ומ|גם|מה עם)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS | Pattern.DOTALL);

    String inFull(Question question) {
        String text = question.text().strip();
        if (text.length() > LONGEST || !LEANS.matcher(text).matches()) {
            return text;
        }
        return question.earlier().reversed().stream()
                .filter(Said::byContact)
                .findFirst()
                .map(earlier -> earlier.text() + " " + text)
                .orElse(text);
    }
}
