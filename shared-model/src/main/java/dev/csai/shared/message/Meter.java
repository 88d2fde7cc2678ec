package dev.csai.shared.message;

/** What is counted. The name on the wire is the contract of {@code GET /v1/billing/usage}. */
public enum Meter {
    /** One per accepted contact turn, whatever its outcome. */
    MESSAGES("messages"),
    /** Tokens the model read, as it reported them or counted with its own tokenizer. */
    INPUT_TOKENS("input_tokens"),
    /** Tokens the model wrote. */
    OUTPUT_TOKENS("output_tokens"),
    /** Tokens embedded, of documents and of questions. */
    EMBEDDING_TOKENS("embedding_tokens");

    private final String wireName;

    Meter(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
