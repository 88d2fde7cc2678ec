package dev.csai.ingest.extract;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import org.apache.commons.logging.LogFactory;
import org.apache.fontbox.FontBoxFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessRead;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.jsoup.Jsoup;
import tools.jackson.core.json.JsonFactory;

/**
 * The classpath of the child: the few jars and directories of this JVM that parsers need and none of the rest. It starts
 * faster so, and an attacker inside finds no driver and no client.
 *
 * <p>
 * The apps run from plain classpaths, so each class comes from a file. Inside an executable jar of Spring Boot it would
 * not; such a jar has to be unpacked ({@code -Djarmode=tools extract}), or the classpath has to be given.
 */
final class ChildClasspath {
    private static final List<Class<?>> NEEDED = List.of(ExtractionChild.class, Loader.class, RandomAccessRead.class,
            FontBoxFont.class,
            LogFactory.class, Jsoup.class, Parser.class, TablesExtension.class, JsonFactory.class);

    private ChildClasspath() {}

    static String of(ExtractionSettings settings) {
        if (settings.classpath() != null) {
            return settings.classpath();
        }
        return NEEDED.stream().map(type -> location(type).toString()).distinct().collect(joining(File.pathSeparator));
    }

    private static Path location(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        URL location = source == null ? null : source.getLocation();
        if (location == null || !location.getProtocol().equals("file")) {
            throw new IllegalStateException("%s comes from %s and not from a file: set csai.ingest.extraction.classpath"
                    .formatted(type.getName(), location));
        }
        return path(location);
    }

    private static Path path(URL location) {
        try {
            return Path.of(location.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("not a path: " + location, e);
        }
    }
}
