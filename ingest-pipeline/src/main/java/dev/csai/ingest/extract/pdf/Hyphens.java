package dev.csai.ingest.extract.pdf;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Joins lines, and the halves of a word that was divided at the end of one. */
final class Hyphens {
    private static final Pattern DIVIDED = Pattern.compile("(?:.*[^\\p{L}])?(\\p{L}+)[-\u00AD\u2010]", Pattern.DOTALL);
    private static final Pattern CONTINUED = Pattern.compile("(\\p{Ll}+).*", Pattern.DOTALL);
    private static final Pattern COMPOUND = Pattern.compile("\\p{L}+(?:[-\u2010]\\p{L}+)+");

    /** Words that the document writes with a hyphen in the middle of a line. */
    private final Set<String> compounds = new HashSet<>();

    Hyphens(List<TextLine> lines) {
        for (TextLine line : lines) {
            for (Matcher compound = COMPOUND.matcher(line.text()); compound.find();) {
                compounds.add(compound.group().toLowerCase(Locale.ROOT));
            }
        }
    }

    void append(StringBuilder paragraph, String line) {
        Matcher divided = DIVIDED.matcher(tail(paragraph));
        Matcher continued = CONTINUED.matcher(line);
        if (!divided.matches() || !continued.matches()) {
            boolean compound = divided.matches() && Character.isLetterOrDigit(line.codePointAt(0));
            paragraph.append(paragraph.isEmpty() || compound ? "" : " ").append(line);
            return;
        }
        String compound = (divided.group(1) + "-" + continued.group(1)).toLowerCase(Locale.ROOT);
        boolean acronym = divided.group(1).chars().filter(Character::isUpperCase).count() > 1;
        if (!acronym && !compounds.contains(compound)) {
            paragraph.setLength(paragraph.length() - 1);
        }
        paragraph.append(line);
    }

    /** No word is longer; the paragraph may be. */
    private static String tail(StringBuilder paragraph) {
        return paragraph.substring(Math.max(0, paragraph.length() - 100));
    }
}
