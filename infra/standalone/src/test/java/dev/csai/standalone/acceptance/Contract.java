package dev.csai.standalone.acceptance;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a client knows of the answers it gets; written from the contract, not from the product's own types. */
final class Contract {

    private Contract() {}

    record LoginAnswer(String accessToken, long expiresIn) {}

    record KeptMail(UUID id, String keptAt, String to, String subject, String text) {}

    record KeptMails(List<KeptMail> items, @Nullable String nextCursor) {}

    record DemoConfig(String apiKey) {}

    record Document(UUID id, String fileName, String contentType, long sizeBytes, String status, int progress,
            int chunkCount, @Nullable Integer unreadablePages, @Nullable Problem problem) {

        boolean hasEnded() {
            return status.equals("completed") || status.equals("failed");
        }
    }

    record Documents(List<Document> items, @Nullable String nextCursor) {}

    record Chunk(UUID chunkId, int ordinal, @Nullable String heading, @Nullable Integer page, String text,
            int tokens) {}

    record Chunks(List<Chunk> items, @Nullable String nextCursor) {}

    record Hit(UUID chunkId, UUID documentId, String documentName, String text, @Nullable Integer page,
            double score) {}

    record Found(List<Hit> chunks) {}

    record Citation(int index, UUID documentId, @Nullable UUID chunkId, String documentName, @Nullable Integer page,
            String snippet, double score) {}

    record ModelUsage(String model, int inputTokens, int outputTokens) {}

    record Answer(String sessionId, UUID conversationId, UUID messageId, String text, String outcome,
            List<Citation> citations, List<Object> toolCalls, ModelUsage usage, String conversationStatus) {

        boolean isAnswered() {
            return outcome.equals("answered");
        }
    }

    record Rating(String rating, @Nullable String comment) {}

    record Line(UUID messageId, @Nullable UUID clientMessageId, String direction, String author, String text,
            @Nullable String outcome, List<Citation> citations, @Nullable Rating feedback) {}

    record Lines(List<Line> items, @Nullable String nextCursor) {}

    record Meter(String meter, long quantity) {}

    record Usage(String periodStart, String periodEnd, List<Meter> meters) {

        Map<String, Long> sums() {
            return meters.stream().collect(Collectors.toMap(Meter::meter, Meter::quantity));
        }
    }

    record Problem(String type, String title, @Nullable Integer status, @Nullable String detail) {

        String slug() {
            return type.substring(type.lastIndexOf('/') + 1);
        }
    }
}
