package dev.csai.chat.mail;

import dev.csai.shared.mail.Mail;
import java.net.URI;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.util.HtmlUtils;

/** Letters as mails, in English and Hebrew; who reads another language gets English. */
final class Letters {

    private static final String SENTENCES = "dev.csai.chat.mail.letters";
    private static final Locale HEBREW = Locale.of("he");
    private static final ResourceBundle.Control NO_MACHINE_LANGUAGE = ResourceBundle.Control
            .getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Letters() {}

    static Mail write(Letter letter, String to, String language) {
        Locale locale = Locale.forLanguageTag(language).getLanguage().equals("he") ? HEBREW : Locale.ROOT;
        ResourceBundle sentences = ResourceBundle.getBundle(SENTENCES, locale, NO_MACHINE_LANGUAGE);
        String key = letter.kind().word();
        Object[] values = letter.values().toArray();
        String subject = oneLine(MessageFormat.format(sentences.getString(key + ".subject"), values));
        List<String> paragraphs = Arrays
                .stream(MessageFormat.format(sentences.getString(key + ".text"), values).split("\n", -1)).toList();
        String button = letter.link() == null ? "" : sentences.getString(key + ".button");
        return new Mail(to, subject, text(letter, paragraphs), html(letter, locale, subject, paragraphs, button));
    }

    private static String text(Letter letter, List<String> paragraphs) {
        return Stream.of(paragraphs.stream().limit(1), Stream.ofNullable(letter.code()),
                Stream.ofNullable(letter.link()).map(URI::toString), paragraphs.stream().skip(1))
                .flatMap(part -> part).collect(Collectors.joining("\n\n", "", "\n"));
    }

    private static String html(Letter letter, Locale locale, String subject, List<String> paragraphs, String button) {
        boolean isHebrew = locale.equals(HEBREW);
        String body = Stream.of(paragraphs.stream().limit(1).map(Letters::paragraph),
                Stream.ofNullable(letter.code()).map(Letters::code),
                Stream.ofNullable(letter.link()).map(link -> button(link, button)),
                paragraphs.stream().skip(1).map(Letters::paragraph))
                .flatMap(part -> part).collect(Collectors.joining("\n"));
        return """
                <!doctype html>
                <html lang="%s" dir="%s">
                <head><meta charset="utf-8"><title>%s</title></head>
                <body style="margin:2rem auto;max-width:34rem;padding:0 1rem;font:16px/1.5 sans-serif;color:#1b1f1d">
                %s
                </body>
                </html>
                """.formatted(isHebrew ? "he" : "en", isHebrew ? "rtl" : "ltr", escaped(subject), body);
    }

    private static String code(String code) {
        return """
                <p dir="ltr" style="font-size:2rem;letter-spacing:.25em"><strong>%s</strong></p>"""
                .formatted(escaped(code));
    }

    private static String button(URI link, String words) {
        return """
                <p><a href="%s" style="display:inline-block;padding:.6rem 1.2rem;border-radius:.4rem;\
                background:#0f6f5c;color:#fff;text-decoration:none">%s</a></p>"""
                .formatted(escaped(link.toString()), escaped(words));
    }

    private static String paragraph(String text) {
        return "<p>" + escaped(text) + "</p>";
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    /** Names come from people; a line break in a subject would begin another header. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\u2028\u2029]+", " ").strip();
    }
}
