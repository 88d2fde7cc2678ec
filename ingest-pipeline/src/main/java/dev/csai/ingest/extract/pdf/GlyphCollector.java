package dev.csai.ingest.extract.pdf;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Takes the placed characters from PDFBox and leaves its idea of lines and reading order aside. */
final class GlyphCollector extends PDFTextStripper {
    /** Bold is what a font's name says; the flags of its descriptor are seldom set. */
    private static final List<String> BOLD_NAMES = List.of("bold", "black", "heavy", "demi", "-medi");

    private final Map<PDFont, Boolean> boldFonts = new HashMap<>();
    private final Map<Integer, List<Glyph>> byDirection = new TreeMap<>();
    private boolean pictures;

    GlyphCollector() {
        setShouldSeparateByBeads(false);
        setSuppressDuplicateOverlappingText(true);
    }

    GlyphPage collect(PDPage page, int number) throws IOException {
        byDirection.clear();
        pictures = false;
        if (page.hasContents()) {
            processPage(page);
        }
        List<List<Glyph>> directions = byDirection.values().stream()
                .sorted(Comparator.<List<Glyph>>comparingInt(List::size).reversed())
                .map(List::copyOf).toList();
        return new GlyphPage(number, page.getCropBox().getHeight(), directions, pictures);
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        pictures |= operator.getName().equals("BI") || (operator.getName().equals("Do") && drawsPicture(operands));
        super.processOperator(operator, operands);
    }

    private boolean drawsPicture(List<COSBase> operands) {
        PDResources resources = getResources();
        return resources != null && !operands.isEmpty() && operands.getFirst() instanceof COSName name
                && resources.isImageXObject(name);
    }

    @Override
    protected void writePage() {
        for (List<TextPosition> article : charactersByArticle) {
            for (TextPosition position : article) {
                Glyph glyph = glyph(position);
                if (!glyph.text().isEmpty() && isOnPage(position)) {
                    byDirection.computeIfAbsent((int) position.getDir(), _ -> new ArrayList<>()).add(glyph);
                }
            }
        }
    }

    private Glyph glyph(TextPosition position) {
        float size = Math.abs(position.getTextMatrix().getScalingFactorY());
        return new Glyph(position.getXDirAdj(), position.getYDirAdj(), position.getWidthDirAdj(), size,
                position.getWidthOfSpace(),
                boldFonts.computeIfAbsent(position.getFont(), GlyphCollector::isBold),
                withoutForms(position.getUnicode()));
    }

    /** What lies outside the visible page was cut off by its author. */
    private static boolean isOnPage(TextPosition position) {
        return position.getX() >= 0 && position.getX() <= position.getPageWidth() && position.getY() >= 0
                && position.getY() <= position.getPageHeight();
    }

    private static boolean isBold(PDFont font) {
        String name = font.getName() == null ? "" : font.getName().toLowerCase(Locale.ROOT);
        return BOLD_NAMES.stream().anyMatch(name::contains);
    }

    /** Ligatures and the shapes of Arabic letters are a matter of the font; here they become letters again. */
    private static String withoutForms(String text) {
        return text.chars().anyMatch(c -> (c >= 0xFB00 && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC))
                ? Normalizer.normalize(text, Normalizer.Form.NFKC).strip()
                : text;
    }
}
