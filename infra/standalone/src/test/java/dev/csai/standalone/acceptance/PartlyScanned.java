package dev.csai.standalone.acceptance;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;

/** What comes out when a page that was typed and one that was laid on the scanner are put into one file. */
final class PartlyScanned {

    private PartlyScanned() {}

    static byte[] pdf(String text) throws IOException {
        try (var document = new PDDocument(); var bytes = new ByteArrayOutputStream()) {
            try (var typed = onNewPage(document)) {
                typed.beginText();
                typed.setFont(new PDType1Font(FontName.HELVETICA), 12);
                typed.newLineAtOffset(50, 700);
                typed.showText(text);
                typed.endText();
            }
            try (var scanned = onNewPage(document)) {
                var image = new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB);
                scanned.drawImage(LosslessFactory.createFromImage(document, image), 0, 0);
            }
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static PDPageContentStream onNewPage(PDDocument document) throws IOException {
        var page = new PDPage();
        document.addPage(page);
        return new PDPageContentStream(document, page);
    }
}
