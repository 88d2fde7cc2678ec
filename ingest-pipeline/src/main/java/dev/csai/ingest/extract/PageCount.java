package dev.csai.ingest.extract;

/**
 * @param pages 0 where the format has none
 * @param unreadable pages that show pictures but hold no text
 */
public record PageCount(int pages, int unreadable) {
    public static final PageCount NO_PAGES = new PageCount(0, 0);

    public PageCount {
        if (unreadable < 0 || unreadable > pages) {
            throw new IllegalArgumentException("%d unreadable pages of %d".formatted(unreadable, pages));
        }
    }
}
