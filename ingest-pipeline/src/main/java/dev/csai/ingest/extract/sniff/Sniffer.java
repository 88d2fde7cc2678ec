package dev.csai.ingest.extract.sniff;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import dev.csai.ingest.extract.ExtractionProblem;
import dev.csai.ingest.extract.RefusedFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decides by content. The name has one say only: text called {@code .md} is Markdown, which has no signature of its
 * own.
 */
public final class Sniffer {
    private static final int HEAD_BYTES = 64 * 1024;
    private static final int TAIL_BYTES = 64 * 1024;
    private static final Pattern PDF_HEADER = Pattern.compile("%PDF-\\d");
    private static final String ZIP = "PK\u0003\u0004";
    private static final String EMPTY_ZIP = "PK\u0005\u0006";
    private static final String OLE2 = "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1";
    /** Name of the stream that holds an encrypted OOXML package inside an OLE2 container, as its directory spells it. */
    private static final String ENCRYPTED_PACKAGE = new String("EncryptedPackage".getBytes(UTF_16LE), ISO_8859_1);

    private Sniffer() {}

    /**
     * @param namedMarkdown whether the name of the file ends in {@code .md} or {@code .markdown}
     * @throws RefusedFile for what no reader takes, and for what can be seen to be unreadable without a reader
     */
    public static Sniffed sniff(Path file, boolean namedMarkdown) throws IOException, RefusedFile {
        long size = Files.size(file);
        if (size == 0) {
            throw new RefusedFile(ExtractionProblem.EMPTY, "0 bytes");
        }
        String head = part(file, 0, HEAD_BYTES);
        if (head.startsWith(ZIP) || head.startsWith(EMPTY_ZIP)) {
            return OfficePackage.sniff(file);
        }
        if (head.startsWith(OLE2)) {
            throw ole2(file);
        }
        Matcher pdf = PDF_HEADER.matcher(head);
        if (pdf.find() && (pdf.start() == 0 || endsAsPdf(file, size))) {
            return new Sniffed.Pdf();
        }
        return text(Files.readAllBytes(file), head, namedMarkdown);
    }

    /** Printers and mail gateways put bytes of their own before the header. A text about PDF may well quote the header, but has no cross-reference at its end. */
    private static boolean endsAsPdf(Path file, long size) throws IOException {
        String tail = part(file, Math.max(0, size - TAIL_BYTES), TAIL_BYTES);
        return tail.contains("startxref") && tail.contains("%%EOF");
    }

    private static RefusedFile ole2(Path file) throws IOException {
        return new String(Files.readAllBytes(file), ISO_8859_1).contains(ENCRYPTED_PACKAGE)
                ? new RefusedFile(ExtractionProblem.ENCRYPTED, "OLE2 container of an encrypted package")
                : new RefusedFile(ExtractionProblem.UNSUPPORTED_TYPE, "OLE2 container");
    }

    private static Sniffed text(byte[] bytes, String head, boolean namedMarkdown) throws RefusedFile {
        if (head.startsWith("{\\rtf") || head.startsWith("%!PS")) {
            throw new RefusedFile(ExtractionProblem.UNSUPPORTED_TYPE, "RTF or PostScript");
        }
        TextDecoding.Decoded decoded = TextDecoding.decode(bytes)
                .orElseThrow(() -> new RefusedFile(ExtractionProblem.UNSUPPORTED_TYPE,
                        "neither a known binary format nor text"));
        if (HtmlSignature.matches(decoded.text(), namedMarkdown)) {
            return new Sniffed.Html(HtmlSignature.decodeAsDeclared(bytes, decoded));
        }
        return namedMarkdown ? new Sniffed.Markdown(decoded.text()) : new Sniffed.PlainText(decoded.text());
    }

    private static String part(Path file, long offset, int length) throws IOException {
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            byte[] bytes = new byte[(int) Math.min(length, in.length() - offset)];
            in.seek(offset);
            in.readFully(bytes);
            return new String(bytes, ISO_8859_1);
        }
    }
}
