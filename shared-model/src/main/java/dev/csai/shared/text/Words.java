package dev.csai.shared.text;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.core.DecimalDigitFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Cuts a text into folded words: no accents, niqqud, bidi marks or capital letters. */
final class Words {

    /** Longer words are cut into pieces of this many characters. */
    private static final int LONGEST = 64;

    /** Niqqud and cantillation without the maqaf, soft hyphens, zero-width and bidi marks, tatweel, harakat. */
    private static final Pattern MARKS = Pattern.compile("[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u00ad"
            + "\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u0640\u064b-\u0652\u0670]");

    /** An acronym's quotation mark or an apostrophe, whichever of the signs in use was typed: רשב"י is רשב״י. */
    private static final Pattern GERSHAYIM = Pattern.compile("(?<=\\p{IsHebrew})(?:''|[\"\u201c\u201d\u201e\u05f4])"
            + "(?=\\p{IsHebrew})|(?<=\\p{IsHebrew})['`\u2018\u2019\u05f3]");

    /**
     * A product code, e-mail address, time or date: found as a whole, however it is punctuated. It begins where a word
     * does and has a bounded number of parts, so that no text takes longer than its length asks for.
     */
    private static final Pattern CODE = Pattern
            .compile("(?<![\\p{L}\\p{N}])[\\p{L}\\p{N}]++(?:[-_/.:+@][\\p{L}\\p{N}]++){1,8}");

    /** What stands between the parts of a code. */
    private static final String JOINTS = "-_/.:+@";

    private static final Pattern INITIALS = Pattern.compile("\\p{L}(?:\\.\\p{L})+");

    private static final Pattern NUMBER = Pattern.compile("\\d[\\d,.]*");

    private Words() {}

    static List<String> of(String text) {
        String folded = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
        String plain = GERSHAYIM.matcher(folded).replaceAll("").replace('\u05be', ' ').replace('\u2019', '\'');
        List<String> words = tokens(plain);
        if (mayHaveCode(plain)) {
            addCodes(words, plain);
        }
        return words;
    }

    /** Most texts have none, and the pattern is dear. */
    private static boolean mayHaveCode(String text) {
        for (int i = 1; i + 1 < text.length(); i++) {
            if (JOINTS.indexOf(text.charAt(i)) >= 0 && !Character.isWhitespace(text.charAt(i - 1))
                    && !Character.isWhitespace(text.charAt(i + 1))) {
                return true;
            }
        }
        return false;
    }

    private static void addCodes(List<String> words, String text) {
        var codes = CODE.matcher(text);
        while (codes.find()) {
            String code = codes.group();
            if (code.indexOf('@') >= 0) {
                words.add(cut(code.toLowerCase(Locale.ROOT)));
            } else if (code.chars().anyMatch(Character::isDigit) && !NUMBER.matcher(code).matches()) {
                words.add(cut(code.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT)));
            }
        }
    }

    private static List<String> tokens(String text) {
        var words = new ArrayList<String>();
        try (var tokenizer = new StandardTokenizer()) {
            tokenizer.setMaxTokenLength(LONGEST);
            tokenizer.setReader(new StringReader(text));
            // Chinese, Japanese and Korean come as overlapping pairs: their words are not spaced.
            try (TokenStream stream = new ASCIIFoldingFilter(
                    new CJKBigramFilter(new DecimalDigitFilter(new LowerCaseFilter(tokenizer))))) {
                var term = stream.addAttribute(CharTermAttribute.class);
                stream.reset();
                while (stream.incrementToken()) {
                    addParts(words, term.toString());
                }
                stream.end();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A string could not be read", e);
        }
        return words;
    }

    /** The tokenizer keeps "u.s", "12,000.50" and a missing space after a full stop as one word each. */
    private static void addParts(List<String> words, String word) {
        if (NUMBER.matcher(word).matches()) {
            words.add(word.replace(",", ""));
        } else if (word.indexOf('.') < 0) {
            words.add(word);
        } else if (INITIALS.matcher(word).matches()) {
            words.add(word.replace(".", ""));
        } else {
            words.addAll(List.of(word.split("\\.")));
        }
    }

    private static String cut(String code) {
        return code.substring(0, Math.min(code.length(), LONGEST));
    }
}
