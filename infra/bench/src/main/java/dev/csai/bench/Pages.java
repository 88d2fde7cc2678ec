package dev.csai.bench;

import dev.csai.bench.report.Budget;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** What of the web pages can be measured without a browser. */
final class Pages {

    private static final int WIDGET_LIMIT = 20 * 1024;

    private Pages() {}

    static List<Budget> budgets(Path root) throws IOException {
        int widget = zipped(Files.readAllBytes(root.resolve("frontend/dist/widget.js")));
        return List.of(
                Budget.without("widget", "≤ 20 KB gzip",
                        String.format(Locale.ROOT, "%.1f KB", widget / 1024.0), widget <= WIDGET_LIMIT),
                Budget.notMeasured("widget", "first paint does not block the host page",
                        "the browser tests see to it"),
                Budget.notMeasured("console, each page interactive on loopback", "≤ 1 s", "needs a browser"));
    }

    private static int zipped(byte[] bytes) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(bytes);
        }
        return zipped.size();
    }
}
