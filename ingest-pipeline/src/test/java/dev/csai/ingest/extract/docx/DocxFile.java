package dev.csai.ingest.extract.docx;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes Word documents part by part. */
public final class DocxFile {
    private static final int DIRECTORY_ENTRY_BYTES = 46;
    private static final int COMPRESSED_SIZE_AT = 20;

    private static final String W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    private static final String TYPES = """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" \
            ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    public DocxFile() {
        part("[Content_Types].xml", TYPES);
    }

    public DocxFile body(String xml) {
        return part("word/document.xml", "<w:document " + W + "><w:body>" + xml + "</w:body></w:document>");
    }

    DocxFile story(String name, String kind, String xml) {
        byte[] known = parts.get("word/_rels/document.xml.rels");
        String rels = known == null ? "<Relationships></Relationships>" : new String(known, UTF_8);
        part("word/_rels/document.xml.rels", rels.replace("</Relationships>",
                "<Relationship Id=\"" + name + "\" Type=\"http://x/" + kind + "\" Target=\"" + name
                        + "\"/></Relationships>"));
        return part("word/" + name, "<w:" + kind + " " + W + ">" + xml + "</w:" + kind + ">");
    }

    DocxFile part(String name, String content) {
        return part(name, content.getBytes(UTF_8));
    }

    DocxFile part(String name, byte[] content) {
        parts.put(name, content);
        return this;
    }

    public Path writeTo(Path file) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        return file;
    }

    /** The directory says of one part that it is shorter than it is. */
    public Path writeTruncated(Path file, String part) throws IOException {
        ByteBuffer zip = ByteBuffer.wrap(Files.readAllBytes(writeTo(file))).order(ByteOrder.LITTLE_ENDIAN);
        int name = new String(zip.array(), ISO_8859_1).lastIndexOf(part);
        int size = name - DIRECTORY_ENTRY_BYTES + COMPRESSED_SIZE_AT;
        zip.putInt(size, zip.getInt(size) / 2);
        return Files.write(file, zip.array());
    }
}
