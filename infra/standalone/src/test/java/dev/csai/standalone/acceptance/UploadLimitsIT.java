package dev.csai.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.csai.standalone.acceptance.Contract.Document;
import dev.csai.standalone.acceptance.Contract.Documents;
import dev.csai.standalone.acceptance.Contract.Problem;
import dev.csai.standalone.acceptance.Multipart.FileBytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Files that are too much, too little, or more than they seem. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UploadLimitsIT {

    private static final int MEBIBYTE = 1 << 20;
    /** Long enough for its words to be searched before its vectors. */
    private static final int LARGE_TEXT = Platforms.full() ? 3 * MEBIBYTE : MEBIBYTE / 10;

    private final Tenant tenant = platform().newTenant("limits");

    Platform platform() {
        return Platforms.standalone();
    }

    @Test
    void a_file_over_ten_megabytes_is_refused_and_leaves_nothing() {
        FileBytes large = new FileBytes("large.txt", "text/plain", new byte[10 * MEBIBYTE + 1]);
        assertThat(tenant.owner().tryUpload(List.of(large)).as(413, Problem.class).slug()).isEqualTo("too-large");
        assertThat(tenant.owner().documents()).noneMatch(document -> document.fileName().equals("large.txt"));
    }

    @Test
    void no_file_is_a_mistake() {
        assertThat(tenant.owner().tryUpload(List.of()).as(400, Problem.class).slug()).isEqualTo("invalid-request");
    }

    @Test
    void several_files_come_in_at_once() {
        List<Document> documents = tenant.owner().tryUpload(List.of(Shop.ENGLISH, Shop.HEBREW))
                .as(202, Documents.class).items();
        assertThat(documents).extracting(Document::fileName)
                .containsExactly("bicycle-shop.txt", "bicycle-shop-he.txt");
        assertThat(documents).allMatch(
                document -> tenant.owner().ended(document.id()).status().equals("completed"));
    }

    @Test
    void a_document_that_unpacks_to_half_a_gigabyte_fails_alone() throws IOException {
        Document bomb = tenant.owner().ingest(new FileBytes("bomb.docx", "application/octet-stream", bomb(512)));
        assertThat(bomb.status()).isEqualTo("failed");
        assertThat(bomb.problem()).isNotNull().extracting(Problem::slug).asString()
                .matches(".*(bomb|too-large|timeout)");
        assertThat(tenant.owner().ingest(FileBytes.text("after.txt", "The service still reads documents.")).status())
                .isEqualTo("completed");
    }

    @Test
    void megabytes_of_text_become_searchable_with_visible_progress() {
        FileBytes file = FileBytes.text("catalogue.txt", catalogue(LARGE_TEXT));
        long began = System.nanoTime();
        Document uploaded = tenant.owner().upload(file);
        await("the catalogue's words").atMost(Duration.ofMinutes(8)).pollInterval(Duration.ofMillis(250))
                .until(this::findsTheChair);
        System.out.printf("ingestion: %d bytes of text searchable by their words after %.1f s%n", LARGE_TEXT,
                secondsSince(began));
        assertThat(tenant.owner().document(uploaded.id()).status()).isEqualTo("processing");
        List<Integer> progress = new ArrayList<>();
        Document ended = await("the end of the catalogue").atMost(Duration.ofMinutes(8))
                .pollInterval(Duration.ofMillis(250))
                .until(() -> seen(tenant.owner().document(uploaded.id()), progress), Document::hasEnded);
        System.out.printf("ingestion: %d bytes of text completed after %.1f s, %d chunks%n", LARGE_TEXT,
                secondsSince(began), ended.chunkCount());
        assertThat(ended.status()).as(ended.toString()).isEqualTo("completed");
        assertThat(progress).isSorted().endsWith(100);
        assertThat(progress.stream().distinct().count()).as("steps of %s", progress).isGreaterThan(5);
        assertThat(findsTheChair()).isTrue();
    }

    private boolean findsTheChair() {
        return tenant.owner().search("What colour is the garden chair number 234?", 5).stream()
                .anyMatch(hit -> hit.text().contains("Garden chair number 234 is"));
    }

    private static double secondsSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }

    private static Document seen(Document document, List<Integer> progress) {
        progress.add(document.progress());
        return document;
    }

    /** Paragraphs of a catalogue, none like another. */
    private static String catalogue(int size) {
        List<String> things = List.of("Garden chair", "Oak table", "Reading lamp", "Woollen blanket", "Copper kettle");
        List<String> colours = List.of("dark green", "sky blue", "ivory", "burgundy", "anthracite", "lemon yellow");
        StringBuilder text = new StringBuilder();
        for (int number = 0; text.length() < size; number++) {
            text.append("%s number %d is %s, weighs %d grams and costs %d.%02d euro. It is made in workshop %d, where "
                    .formatted(number == 234 ? "Garden chair" : things.get(number % things.size()), number,
                            colours.get(number * 7 % colours.size()), 500 + number * 13 % 9000, 10 + number % 190,
                            number * 17 % 100, number % 89))
                    .append("%d people work, and it can be ordered until week %d. Customers who bought it gave it %d stars."
                            .formatted(3 + number % 40, 1 + number % 52, 1 + number % 5))
                    .append("\n\n");
        }
        return text.toString();
    }

    private static byte[] bomb(int mebibytes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            entry(zip, "[Content_Types].xml", "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/"
                    + "package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd."
                    + "openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" "
                    + "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\""
                    + "/></Types>");
            entry(zip, "_rels/.rels", "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/"
                    + "package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/"
                    + "officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/>"
                    + "</Relationships>");
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            write(zip, "<?xml version=\"1.0\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/"
                    + "wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>");
            byte[] letters = "a".repeat(MEBIBYTE).getBytes(StandardCharsets.US_ASCII);
            for (int written = 0; written < mebibytes; written++) {
                zip.write(letters);
            }
            write(zip, "</w:t></w:r></w:p></w:body></w:document>");
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        write(zip, text);
        zip.closeEntry();
    }

    private static void write(ZipOutputStream zip, String text) throws IOException {
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
