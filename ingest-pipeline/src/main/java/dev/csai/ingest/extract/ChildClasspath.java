package dev.csai.ingest.extract;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.logging.LogFactory;
import org.apache.fontbox.FontBoxFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessRead;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.jsoup.Jsoup;
import tools.jackson.core.json.JsonFactory;

/**
 * How to start the child with this JVM's own classes.
 *
 * <p>
 * From a plain classpath (directories and jars, also a thin jar with {@code Class-Path}) the child gets the few jars
 * that parsers need and none of the rest: it starts faster, and an attacker inside finds no driver and no client. From
 * an executable jar, whose inner jars only its own loader can open, it is started through that loader.
 */
final class ChildClasspath {
    private static final List<Class<?>> NEEDED = List.of(ExtractionChild.class, Loader.class, RandomAccessRead.class,
            FontBoxFont.class,
            LogFactory.class, Jsoup.class, Parser.class, TablesExtension.class, JsonFactory.class);
    private static final String EXECUTABLE_JAR_LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";

    private ChildClasspath() {}

    /** @return the arguments of {@code java} that name classpath and main class */
    static List<String> launch(ExtractionSettings settings, String mainClass) {
        if (settings.classpath() != null) {
            return List.of("-cp", settings.classpath(), mainClass);
        }
        var jars = new ArrayList<String>();
        for (Class<?> needed : NEEDED) {
            Optional<Path> location = location(needed);
            if (location.isEmpty()) {
                return List.of("-cp", System.getProperty("java.class.path"), "-Dloader.main=" + mainClass,
                        EXECUTABLE_JAR_LAUNCHER);
            }
            jars.add(location.get().toString());
        }
        return List.of("-cp", String.join(System.getProperty("path.separator"), jars.stream().distinct().toList()),
                mainClass);
    }

    private static Optional<Path> location(Class<?> type) {
        return Stream.ofNullable(type.getProtectionDomain().getCodeSource()).map(CodeSource::getLocation)
                .filter(location -> location != null && location.getProtocol().equals("file")).map(ChildClasspath::path)
                .findFirst();
    }

    private static Path path(URL location) {
        try {
            return Path.of(location.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("not a path: " + location, e);
        }
    }
}
