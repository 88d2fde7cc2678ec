package dev.csai.chat.identity;

import dev.csai.shared.problem.ProblemException;
import java.util.List;
import java.util.Locale;
import me.gosimple.nbvcxz.Nbvcxz;
import me.gosimple.nbvcxz.resources.Configuration;
import me.gosimple.nbvcxz.resources.ConfigurationBuilder;
import me.gosimple.nbvcxz.resources.Dictionary;
import me.gosimple.nbvcxz.resources.DictionaryBuilder;
import org.jspecify.annotations.Nullable;

/**
 * What a new password must be, after NIST SP 800-63B: long enough, and not one that is tried first. How soon it would
 * be tried is estimated from lists of leaked passwords, names, words, dates and rows of the keyboard.
 */
final class PasswordRules {

    static final int MIN_LENGTH = 12;
    /** 2^37 guesses. */
    private static final double MIN_ENTROPY = 37;
    /** The estimate of a longer one takes long and would not be lower. */
    private static final int ESTIMATED_LENGTH = 64;
    private static final long ESTIMATE_MILLIS = 400;
    private static final int MIN_PERSONAL = 4;

    private PasswordRules() {}

    /** @throws ProblemException if it is too short or too long */
    static String checkedLength(@Nullable String password, String pointer) {
        if (password == null || password.isEmpty()) {
            throw ProblemException.invalid(pointer, "required", "This field must not be empty.");
        }
        if (password.codePointCount(0, password.length()) < MIN_LENGTH) {
            throw ProblemException.invalid(pointer, "too-short",
                    "A password has at least " + MIN_LENGTH + " characters.");
        }
        if (password.length() > Passwords.MAX_LENGTH) {
            throw ProblemException.invalid(pointer, "too-long", "This is longer than a password may be.");
        }
        return password;
    }

    /**
     * Takes milliseconds of a core.
     *
     * @param personal what those who know the person would try: name, address, company
     * @throws ProblemException if it would be guessed soon
     */
    static void check(String password, String pointer, List<String> personal) {
        String estimated = password.substring(0, Math.min(password.length(), ESTIMATED_LENGTH));
        if (estimator(personal).estimate(estimated).getEntropy() < MIN_ENTROPY) {
            throw ProblemException.invalid(pointer, "too-common",
                    "This password is easily guessed. Several unrelated words make a good one.");
        }
    }

    private static Nbvcxz estimator(List<String> personal) {
        DictionaryBuilder known = new DictionaryBuilder().setDictionaryName("personal").setExclusion(true);
        personal.stream().flatMap(text -> List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")).stream())
                .filter(word -> word.length() >= MIN_PERSONAL).forEach(word -> known.addWord(word, 1));
        List<Dictionary> dictionaries = new java.util.ArrayList<>(ConfigurationBuilder.getDefaultDictionaries());
        dictionaries.add(known.createDictionary());
        Configuration configuration = new ConfigurationBuilder().setDictionaries(dictionaries)
                .setLocale(Locale.ENGLISH).setCombinationAlgorithmTimeout(ESTIMATE_MILLIS)
                .createConfiguration();
        return new Nbvcxz(configuration);
    }
}
