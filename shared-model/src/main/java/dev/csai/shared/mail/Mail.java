package dev.csai.shared.mail;

/**
 * A mail to one person.
 *
 * @param subject one line
 * @param text for readers without HTML; says the same
 */
public record Mail(String to, String subject, String text, String html) {

    /** What it says may open somebody's account. */
    @Override
    public String toString() {
        return "Mail[withheld]";
    }
}
