package dev.csai.ingest.extract;

import java.util.Arrays;
import java.util.Optional;

/** Why a file gave no text, in words that tell its owner what to do. */
public enum ExtractionProblem {
    ENCRYPTED("encrypted", "This file is protected by a password. Save a copy without the password and upload that."),
    IMAGE_ONLY("image-only", "This file holds only pictures of text, such as a scan. "
            + "Run text recognition (OCR) on it, or upload the original document."),
    CORRUPT("corrupt", "This file is damaged or was not copied completely. "
            + "Open it on your computer, save it again and upload the new copy."),
    EMPTY("empty", "We found no text in this file. Check that it is the right file and that its text can be selected."),
    TOO_LARGE("too-large",
            "This file has more content than can be read at once. Split it into smaller files and upload those."),
    BOMB("bomb", "This file unpacks to far more than its size allows. "
            + "Copy its text into a new document and upload that."),
    UNSUPPORTED_TYPE("unsupported-type", "This kind of file cannot be read. "
            + "Upload a PDF, a Word document (.docx), a web page (.html), Markdown, or plain text saved as UTF-8."),
    UNSAFE("unsafe", "This file refers to content outside itself in a way that is not allowed. "
            + "Copy its text into a new document and upload that."),
    TIMEOUT("timeout", "Reading this file took too long. Save it in a simpler form, for example as plain text, "
            + "or split it, and upload it again.");

    private final String slug;
    private final String advice;

    ExtractionProblem(String slug, String advice) {
        this.slug = slug;
        this.advice = advice;
    }

    /** The last segment of the problem's type; stable, clients match on it. */
    public String slug() {
        return slug;
    }

    /** What happened and what to do about it, for the person who uploaded the file. */
    public String advice() {
        return advice;
    }

    static Optional<ExtractionProblem> ofSlug(String slug) {
        return Arrays.stream(values()).filter(problem -> problem.slug.equals(slug)).findFirst();
    }
}
