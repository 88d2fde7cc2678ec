package dev.csai.bench.page;

import dev.csai.bench.report.Budget;
import dev.csai.bench.report.Figures;
import dev.csai.bench.report.Findings;
import dev.csai.bench.report.Table;
import dev.csai.bench.subject.Door;
import dev.csai.bench.subject.Product;
import dev.csai.bench.subject.Surroundings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The console in a browser, page by page, and the widget by its bytes and by what its host paints meanwhile. */
public final class PageBench {

    private static final double MOST_WIDGET_BYTES = 20 * 1024;
    private static final double MOST_MILLIS = 1_000;

    private PageBench() {}

    public static Findings run(Surroundings surroundings) throws IOException, InterruptedException {
        double widget = zipped(Files.readAllBytes(surroundings.root().resolve("frontend/dist/widget.js")));
        JsonNode measured = inBrowser(surroundings);
        List<List<String>> rows = new ArrayList<>();
        double slowest = 0;
        for (JsonNode page : measured.path("pages")) {
            double millis = page.path("millis").asDouble();
            rows.add(List.of(page.path("name").asString(), Figures.millis(millis)));
            slowest = Math.max(slowest, millis);
        }
        double paint = measured.path("firstPaint").asDouble();
        double delay = measured.path("scriptDelay").asDouble();
        return new Findings(
                List.of(new Table("Console",
                        """
                                In Chromium on the same machine: from the address to a control of the page that takes clicks; medians of \
                                five loads, the files in the browser's cache after the first.""",
                        List.of("page", "interactive"), rows)),
                List.of(Budget.without("widget", "≤ 20 KB gzip", Figures.number(widget / 1024) + " KB",
                        widget <= MOST_WIDGET_BYTES),
                        Budget.without("widget", "first paint does not block the host page",
                                "host paints after %s while the script takes %s to come"
                                        .formatted(Figures.millis(paint), Figures.millis(delay)),
                                paint < delay),
                        Budget.without("console, each page interactive on loopback", "≤ 1 s",
                                "slowest " + Figures.millis(slowest), slowest <= MOST_MILLIS)));
    }

    private static JsonNode inBrowser(Surroundings surroundings) throws IOException, InterruptedException {
        try (Product product = Product.start(surroundings, surroundings.folder("pages"), Map.of())) {
            Path complaints = Files.createTempFile(surroundings.scratch(), "pages", ".err");
            ProcessBuilder command = new ProcessBuilder("node",
                    surroundings.root().resolve("infra/bench/pages/measure.mjs").toString())
                    .redirectError(complaints.toFile());
            command.environment().putAll(Map.of("PAGES_URL", product.url().toString(), "PAGES_PASSWORD",
                    Product.PASSWORD, "PAGES_KEY", product.demoKey(new Door())));
            Process node = command.start();
            String answer = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (node.waitFor() != 0) {
                throw new IllegalStateException("the pages were not measured: " + Files.readString(complaints));
            }
            return JsonMapper.shared().readTree(answer);
        }
    }

    private static int zipped(byte[] bytes) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(bytes);
        }
        return zipped.size();
    }
}
