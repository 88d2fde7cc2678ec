package dev.csai.ingest.extract.pdf;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.jspecify.annotations.Nullable;

/** Writes PDF line by line, at the places a test names. */
public final class PdfFile implements Closeable {
    /** PDFBox brings this font along; it has Hebrew letters. */
    private static final String HEBREW_FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final PDDocument document = new PDDocument();
    private final PDFont regular = new PDType1Font(FontName.HELVETICA);
    private final PDFont bold = new PDType1Font(FontName.HELVETICA_BOLD);
    private final PDFont hebrew;
    private PDPage page = new PDPage(PDRectangle.A4);

    public PdfFile() throws IOException {
        try (InputStream font = Loader.class.getResourceAsStream(HEBREW_FONT)) {
            if (font == null) {
                throw new IllegalStateException(HEBREW_FONT);
            }
            hebrew = PDType0Font.load(document, font);
        }
    }

    public PdfFile page() {
        page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        return this;
    }

    /** @param top distance of the baseline from the upper edge, in points as all the others */
    public PdfFile line(float left, float top, String text) throws IOException {
        return show(regular, 10, left, top, text);
    }

    PdfFile bold(float left, float top, float size, String text) throws IOException {
        return show(bold, size, left, top, text);
    }

    /** @param visual the letters from left to right, which is how most programs place them */
    PdfFile hebrew(float left, float top, String visual) throws IOException {
        return show(hebrew, 12, left, top, visual);
    }

    /** Places each letter on its own, the rightmost first: what programs that know the order of reading do. */
    PdfFile hebrewFromTheRight(float right, float top, String logical) throws IOException {
        float x = right;
        for (String letter : logical.codePoints().mapToObj(Character::toString).toList()) {
            x -= hebrew.getStringWidth(letter) / 1000 * 12;
            show(hebrew, 12, x, top, letter);
        }
        return this;
    }

    public PdfFile picture() throws IOException {
        var image = new java.awt.image.BufferedImage(4, 4, java.awt.image.BufferedImage.TYPE_INT_RGB);
        try (var content = new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true)) {
            content.drawImage(LosslessFactory.createFromImage(document, image), 50, 50, 300, 300);
        }
        return this;
    }

    private PdfFile show(PDFont font, float size, float left, float top, String text) throws IOException {
        try (var content = new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true)) {
            content.beginText();
            content.setFont(font, size);
            content.newLineAtOffset(left, page.getMediaBox().getHeight() - top);
            content.showText(text);
            content.endText();
        }
        return this;
    }

    Path writeEncrypted(Path file, @Nullable String password) throws IOException {
        document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
        return writeTo(file);
    }

    public Path writeTo(Path file) throws IOException {
        document.save(file.toFile());
        return file;
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
