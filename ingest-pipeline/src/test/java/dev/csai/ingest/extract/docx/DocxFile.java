package dev.csai.ingest.extract.docx;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes Word documents part by part. */
public final class DocxFile {
    private static final String W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    private static final String TYPES = """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" \
            ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""";

    private final Map<String, String> parts = new LinkedHashMap<>();

    public DocxFile() {
        parts.put("[Content_Types].xml", TYPES);
    }

    public DocxFile body(String xml) {
        return part("word/document.xml", "<w:document " + W + "><w:body>" + xml + "</w:body></w:document>");
    }

    DocxFile story(String name, String kind, String xml) {
        String rels = parts.getOrDefault("word/_rels/document.xml.rels", "<Relationships></Relationships>");
        part("word/_rels/document.xml.rels", rels.replace("</Relationships>",
                "<Relationship Id=\"" + name + "\" Type=\"http://x/" + kind + "\" Target=\"" + name
                        + "\"/></Relationships>"));
        return part("word/" + name, "<w:" + kind + " " + W + ">" + xml + "</w:" + kind + ">");
    }

    DocxFile part(String name, String content) {
        parts.put(name, content);
        return this;
    }

    public Path writeTo(Path file) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(UTF_8));
            }
        }
        return file;
    }
}
