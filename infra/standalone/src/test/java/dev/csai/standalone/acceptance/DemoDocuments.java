package dev.csai.standalone.acceptance;

import dev.csai.standalone.acceptance.Multipart.FileBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What the demo shop knows: the files that the one-process mode loads by itself. */
final class DemoDocuments {

    private DemoDocuments() {}

    static List<FileBytes> all() {
        try {
            return Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath:demo/*"))
                    .map(DemoDocuments::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the demo's documents could not be found", e);
        }
    }

    private static FileBytes read(Resource resource) {
        String name = Objects.requireNonNull(resource.getFilename());
        try {
            return new FileBytes(name, name.endsWith(".md") ? "text/markdown" : "text/plain",
                    resource.getContentAsByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(name + " could not be read", e);
        }
    }
}
