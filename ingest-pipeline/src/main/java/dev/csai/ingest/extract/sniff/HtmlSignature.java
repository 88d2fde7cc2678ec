package dev.csai.ingest.extract.sniff;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells a web page from other text that has tags in it. */
final class HtmlSignature {
    private static final int HEAD_CHARACTERS = 4_096;
    private static final Pattern PROLOG = Pattern.compile("\\A(?:\\s|<\\?xml[^>]{0,500}>|<!--.{0,3000}?-->)*+",
            Pattern.DOTALL);
    private static final Pattern PAGE = Pattern.compile("\\A<(?:!doctype\\s+html|html|head|body)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FRAGMENT = Pattern
            .compile("\\A<(?:title|meta|div|p|h[1-6]|table|ul|ol|section|article|main|span)[\\s>]");
    private static final Pattern DECLARED_CHARSET = Pattern.compile("charset\\s*=\\s*[\"']?([\\w.:-]{2,40})",
            Pattern.CASE_INSENSITIVE);

    private HtmlSignature() {}

    /** Markdown may begin with a tag, so a mere fragment of HTML counts only where the name does not say Markdown. */
    static boolean matches(String text, boolean namedMarkdown) {
        String head = text.substring(0, Math.min(HEAD_CHARACTERS, text.length()));
        String start = PROLOG.matcher(head).replaceFirst("");
        return PAGE.matcher(start).find()
                || (!namedMarkdown && FRAGMENT.matcher(start.toLowerCase(Locale.ROOT)).find() && text.contains("</"));
    }

    /** A page in a legacy encoding usually says which; what the bytes prove goes before what the page says. */
    static String decodeAsDeclared(byte[] bytes, TextDecoding.Decoded decoded) {
        if (decoded.certain()) {
            return decoded.text();
        }
        Matcher declared = DECLARED_CHARSET
                .matcher(decoded.text().substring(0, Math.min(HEAD_CHARACTERS, decoded.text().length())));
        if (!declared.find()) {
            return decoded.text();
        }
        try {
            return new String(bytes, TextDecoding.asBrowsersRead(Charset.forName(declared.group(1))));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return decoded.text();
        }
    }
}
