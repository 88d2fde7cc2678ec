package dev.csai.ingest.job;

import dev.csai.ingest.extract.ExtractionProblem;

/**
 * Why a document failed, as an RFC 9457 problem kept with it.
 *
 * @param slug the word after {@code document-} in the type, which clients match on
 * @param detail what the owner can do about it
 */
record DocumentProblem(String type, String slug, String title, String detail) {

    private static final String TYPES = "https://csai.dev/problems/document-";

    static DocumentProblem of(ExtractionProblem problem) {
        return of(problem.slug(), problem.advice());
    }

    static DocumentProblem tooManyChunks(int limit) {
        return of(ExtractionProblem.TOO_LARGE.slug(),
                "This file makes more than %,d passages. Split it into smaller files and upload those."
                        .formatted(limit));
    }

    static DocumentProblem timeout() {
        return of(ExtractionProblem.TIMEOUT.slug(), ExtractionProblem.TIMEOUT.advice());
    }

    static DocumentProblem internal() {
        return of("internal", "Something went wrong on our side while reading this file. It is not the file's fault; "
                + "ask for it to be processed again.");
    }

    private static DocumentProblem of(String slug, String detail) {
        return new DocumentProblem(TYPES + slug, slug, "The document could not be used", detail);
    }
}
