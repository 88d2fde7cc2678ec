package dev.csai.chat.identity;

import dev.csai.chat.web.PlainText;
import dev.csai.shared.problem.ProblemException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** E-mail addresses as people type them; whether one can be reached, only a mail to it proves. */
public final class EmailAddress {

    private static final int MAX = 320;
    private static final String WORD = "[^\\s@\\p{Cntrl}\"(),:;<>\\[\\]\\\\]+";
    private static final Pattern FORM = Pattern.compile(WORD + "@" + WORD + "\\." + WORD);

    private EmailAddress() {}

    /**
     * In the one form in which addresses are stored.
     *
     * @throws ProblemException if it is none
     */
    public static String checked(@Nullable String email, String pointer) {
        String address = PlainText.required(email, pointer, MAX).toLowerCase(Locale.ROOT);
        if (!FORM.matcher(address).matches()) {
            throw ProblemException.invalid(pointer, "malformed", "This is not an e-mail address.");
        }
        return address;
    }
}
