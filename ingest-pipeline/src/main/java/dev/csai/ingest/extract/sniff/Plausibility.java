package dev.csai.ingest.extract.sniff;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/** Whether decoded characters are something that people write, or bytes of another kind read as characters. */
final class Plausibility {
    private static final int SAMPLE = 64 * 1024;
    private static final double CONTROLS = 0.005;
    private static final double EVERYDAY = 0.9;
    private static final Set<UnicodeScript> EVERYDAY_SCRIPTS = EnumSet.of(UnicodeScript.LATIN, UnicodeScript.HEBREW,
            UnicodeScript.ARABIC,
            UnicodeScript.CYRILLIC, UnicodeScript.GREEK, UnicodeScript.COMMON, UnicodeScript.INHERITED);

    private Plausibility() {}

    static boolean hasFewControls(String text) {
        String sample = text.substring(0, Math.min(SAMPLE, text.length()));
        long controls = sample.chars().filter(Plausibility::isStrayControl).count();
        return controls <= sample.length() * CONTROLS;
    }

    /** UTF-16 in the wrong byte order is valid too, but spreads over rare scripts and unassigned characters. */
    static boolean isEverydayText(String text) {
        String sample = text.substring(0, Math.min(SAMPLE, text.length()));
        long everyday = sample.chars().filter(
                c -> !isStrayControl(c) && Character.isDefined(c) && EVERYDAY_SCRIPTS.contains(UnicodeScript.of(c)))
                .count();
        return !sample.isEmpty() && everyday >= sample.length() * EVERYDAY;
    }

    /** Those above 0x7F do turn up, where UTF-8 was once taken for Latin-1; they are no sign of binary content. */
    private static boolean isStrayControl(int c) {
        return switch (c) {
            case '\t', '\n', '\r', '\f', 0x0B, 0x1A -> false;
            default -> c < ' ' || c == 0x7F;
        };
    }
}
