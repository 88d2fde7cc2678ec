package dev.csai.chat.installation;

import dev.csai.chat.egress.Addresses;
import dev.csai.chat.egress.FetchedPage;
import dev.csai.chat.installation.WidgetTag.Place;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * What of a page matters to the widget.
 *
 * @param tags as they come
 * @param policies all of which hold
 */
record PageReading(List<WidgetTag> tags, List<ContentPolicy> policies) {

    private static final Set<String> HTML = Set.of("", "text/html", "application/xhtml+xml");
    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([^\\s\";]+)");
    private static final String POLICY = "Content-Security-Policy";
    /** A page has few comments that hold the code; parsing each of thousands would be work for nothing. */
    private static final int MAX_COMMENTS = 20;

    PageReading {
        tags = List.copyOf(tags);
        policies = List.copyOf(policies);
    }

    /** What is packed although nobody asked for that is not unpacked. */
    static boolean isHtml(FetchedPage page) {
        String encoding = page.headers().getFirst(HttpHeaders.CONTENT_ENCODING);
        return HTML.contains(contentType(page).split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                && (encoding == null || encoding.isBlank() || encoding.strip().equalsIgnoreCase("identity"));
    }

    /** @param ours the widget's script */
    static PageReading of(FetchedPage page, URI ours) {
        try (InputStream body = page.body().getInputStream()) {
            Document document = Jsoup.parse(body, charset(page), page.url().toString());
            return new PageReading(tags(document, ours), policies(page, document));
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory could not be read", e);
        }
    }

    private static List<WidgetTag> tags(Document document, URI ours) {
        List<WidgetTag> tags = new ArrayList<>();
        scripts(document, ours).map(script -> WidgetTag.of(script.element(), script.source())).forEach(tags::add);
        document.nodeStream(Comment.class).map(Comment::getData).filter(WidgetTag::isIn).limit(MAX_COMMENTS)
                .flatMap(comment -> scripts(Jsoup.parseBodyFragment(comment, document.baseUri()), ours))
                .map(script -> WidgetTag.in(Place.COMMENT, script.element(), script.source())).forEach(tags::add);
        document.nodeStream(TextNode.class).filter(text -> WidgetTag.isIn(text.getWholeText())).limit(1)
                .map(text -> WidgetTag.astray(isUnseen(text) ? Place.NOSCRIPT : Place.TEXT, ours)).forEach(tags::add);
        return tags;
    }

    private record Script(Element element, URI source) {}

    private static Stream<Script> scripts(Document document, URI ours) {
        return document.select("script[src]").stream()
                .flatMap(script -> Addresses.parse(script.absUrl("src")).map(src -> new Script(script, src)).stream())
                .filter(script -> WidgetTag.is(script.element(), script.source(), ours));
    }

    /** Within a head, the parser takes a noscript's script for text. */
    private static boolean isUnseen(TextNode text) {
        Element around = text.parent();
        return around != null && around.closest("noscript") != null;
    }

    private static List<ContentPolicy> policies(FetchedPage page, Document document) {
        Stream<String> sent = page.headers().getOrEmpty(POLICY).stream();
        Stream<String> written = document.head().select("meta[http-equiv]").stream()
                .filter(meta -> meta.attr("http-equiv").strip().equalsIgnoreCase(POLICY))
                .map(meta -> meta.attr("content"));
        return Stream.concat(sent, written).flatMap(ContentPolicy::parse).toList();
    }

    private static String contentType(FetchedPage page) {
        String type = page.headers().getFirst(HttpHeaders.CONTENT_TYPE);
        return type == null ? "" : type;
    }

    /** Nothing for one that there is not; the page is then asked itself. */
    private static @Nullable String charset(FetchedPage page) {
        Matcher named = CHARSET.matcher(contentType(page));
        try {
            return named.find() && Charset.isSupported(named.group(1)) ? named.group(1) : null;
        } catch (IllegalCharsetNameException e) {
            return null;
        }
    }
}
