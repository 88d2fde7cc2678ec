package dev.csai.ingest.extract;

/** Ends the reading of a file whose owner has to be told why it cannot be used. */
public final class RefusedFile extends Exception {
    private static final long serialVersionUID = 1L;

    private final ExtractionProblem problem;

    public RefusedFile(ExtractionProblem problem, String reasonForTheLog) {
        super(reasonForTheLog);
        this.problem = problem;
    }

    public RefusedFile(ExtractionProblem problem, Throwable cause) {
        super(cause);
        this.problem = problem;
    }

    public ExtractionProblem problem() {
        return problem;
    }
}
