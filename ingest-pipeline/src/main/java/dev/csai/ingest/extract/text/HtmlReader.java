package dev.csai.ingest.extract.text;

import dev.csai.ingest.extract.BlockSink;
import dev.csai.ingest.extract.RefusedFile;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads a web page as a person would: its headings, paragraphs, lists and tables, not its navigation and scripts. */
public final class HtmlReader {
    /** Never shown, or shown on every page of a site. Not forms: some sites put the whole page into one. */
    private static final String BOILERPLATE = """
            script, style, noscript, template, iframe, object, embed, svg, canvas, head > *:not(title), nav, footer, button, input, select, \
            textarea, dialog, [hidden], [aria-hidden=true], [role=navigation], [role=banner], [role=contentinfo], [role=search], \
            [role=complementary], [style~=(?i)display\\s*:\\s*none], [style~=(?i)visibility\\s*:\\s*hidden]""";
    /** A header of the site is boilerplate, that of an article holds its title. */
    private static final String SITE_HEADER = "body > header:not(:has(h1))";

    private HtmlReader() {}

    public static void read(String html, BlockSink sink) throws RefusedFile {
        Document page = Jsoup.parse(html);
        String title = page.title();
        page.select(SITE_HEADER).remove();
        page.select(BOILERPLATE).remove();
        Element main = page.selectFirst("main, [role=main]");
        Element content = main != null && main.hasText() ? main : page.body();
        if (!title.isBlank() && content.selectFirst("h1") == null) {
            sink.heading(1, title);
        }
        HtmlBlocks.write(content, sink);
    }

    static void readFragment(String html, BlockSink sink) throws RefusedFile {
        Element body = Jsoup.parseBodyFragment(html).body();
        body.select(BOILERPLATE).remove();
        HtmlBlocks.write(body, sink);
    }
}
