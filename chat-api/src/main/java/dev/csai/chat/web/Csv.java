package dev.csai.chat.web;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Flux;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;
import tools.jackson.dataformat.csv.CsvWriteFeature;

/**
 * Files for spreadsheets (RFC 4180). A cell is text whatever it holds: one that a spreadsheet would take for a formula
 * has an apostrophe before it, for it may be a contact who has written it.
 */
public final class Csv {

    public static final String TYPE = "text/csv";

    /** Without it Excel reads UTF-8 as the code page of its country. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    /** What begins a formula, or is skipped before one; the last four are the wide forms of the first four. */
    private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";
    private static final ObjectWriter ROWS = CsvMapper.builder()
            .enable(CsvWriteFeature.ALWAYS_QUOTE_STRINGS)
            .build()
            .writer(CsvSchema.emptySchema().withLineSeparator("\r\n"));

    private Csv() {}

    /**
     * A response that is saved and not shown.
     *
     * @param rows some at a time; an empty cell is null
     */
    public static ResponseEntity<Flux<DataBuffer>> file(String name, List<String> head,
            Flux<? extends Collection<? extends List<@Nullable Object>>> rows) {
        Flux<String> texts = rows.map(Csv::text).startWith(BYTE_ORDER_MARK + text(List.of(head)));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(texts.map(Csv::bytes));
    }

    private static String text(Collection<? extends List<? extends @Nullable Object>> rows) {
        return ROWS.writeValueAsString(rows.stream().map(row -> row.stream().map(Csv::cell).toList()).toList());
    }

    private static @Nullable Object cell(@Nullable Object value) {
        return value instanceof String text && !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0
                ? "'" + text
                : value;
    }

    private static DataBuffer bytes(String text) {
        return DefaultDataBufferFactory.sharedInstance.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
