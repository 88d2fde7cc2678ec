package dev.csai.ingest.extract;

import java.util.Optional;

/** What the child says on its standard output: one line of words, of which the first is the protocol's own. */
sealed interface ChildReport {
    String PROTOCOL = "csai-extraction/1";

    record Extracted(String contentType, PageCount pages, int blocks, long characters) implements ChildReport {}

    record Refused(ExtractionProblem problem) implements ChildReport {}

    default String toLine() {
        return switch (this) {
            case Extracted it -> String.join(" ", PROTOCOL, "extracted", it.contentType,
                    String.valueOf(it.pages.pages()),
                    String.valueOf(it.pages.unreadable()), String.valueOf(it.blocks), String.valueOf(it.characters));
            case Refused it -> String.join(" ", PROTOCOL, "refused", it.problem.slug());
        };
    }

    /** @return nothing for any other line: a child that was taken over or fell over may print what it likes */
    static Optional<ChildReport> parse(String line) {
        String[] words = line.strip().split(" ", -1);
        if (words.length == 3 && words[0].equals(PROTOCOL) && words[1].equals("refused")) {
            return ExtractionProblem.ofSlug(words[2]).map(Refused::new);
        }
        if (words.length != 7 || !words[0].equals(PROTOCOL) || !words[1].equals("extracted")
                || words[2].length() > 100) {
            return Optional.empty();
        }
        try {
            var pages = new PageCount(Integer.parseInt(words[3]), Integer.parseInt(words[4]));
            return Optional.of(new Extracted(words[2], pages, Integer.parseInt(words[5]), Long.parseLong(words[6])));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
