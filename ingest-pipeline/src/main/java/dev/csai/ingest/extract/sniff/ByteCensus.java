package dev.csai.ingest.extract.sniff;

/** Counts of byte values, from which the language of a single-byte encoding can be told. */
final class ByteCensus {
    private static final int YOD = 0xE9;
    private static final int VAV = 0xE5;
    private static final int HE = 0xE4;
    private static final int ALEF = 0xE0;
    private static final int TAV = 0xFA;
    /** Yod, vav and he are some 30 % of Hebrew; the same bytes are some 13 % of Russian in windows-1251. */
    private static final double COMMONEST_HEBREW = 0.2;
    private static final double WITHIN_ALEPHBET = 0.98;
    private static final double HIGH_IN_WESTERN = 0.35;

    private final int[] counts = new int[256];
    private final int total;
    private int highBesideHigh;

    ByteCensus(byte[] bytes) {
        total = bytes.length;
        boolean wasHigh = false;
        for (byte b : bytes) {
            int value = b & 0xFF;
            counts[value]++;
            boolean high = value >= ALEF;
            if (high && wasHigh) {
                highBesideHigh++;
            }
            wasHigh = high;
        }
    }

    static boolean hasZeros(byte[] bytes) {
        for (byte b : bytes) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    /** Whole words of letters alef to tav, as often as Hebrew has them; in Western text such bytes stand between others. */
    boolean looksHebrew() {
        int letters = between(ALEF, TAV);
        int beyond = between(TAV + 1, 0xFF);
        int commonest = counts[YOD] + counts[VAV] + counts[HE];
        return letters >= WITHIN_ALEPHBET * (letters + beyond) && highBesideHigh > letters / 2
                && commonest >= COMMONEST_HEBREW * letters;
    }

    /** Western text is ASCII with accents; more high bytes than this is another language or no text. */
    boolean looksWestern() {
        return between(0x80, 0xFF) <= HIGH_IN_WESTERN * total;
    }

    private int between(int first, int last) {
        int sum = 0;
        for (int value = first; value <= last; value++) {
            sum += counts[value];
        }
        return sum;
    }
}
