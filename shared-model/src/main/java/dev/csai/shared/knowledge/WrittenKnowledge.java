package dev.csai.shared.knowledge;

import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a member typed. The same words are always the same bytes, by which a document is known.
 *
 * @param title what the document is about; part of the bytes, so that one text under two titles is two documents
 * @param divisible whether a passage may be cut; if not, each is one chunk
 */
public record WrittenKnowledge(String title, boolean divisible, List<Passage> passages) {

    public static final String CONTENT_TYPE = "application/vnd.csai.knowledge+json";

    /** Not an app's own, whose settings may change the bytes. */
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public WrittenKnowledge {
        passages = List.copyOf(passages);
    }

    /** @param heading such as the question that the text answers */
    public record Passage(@Nullable String heading, String text) {}

    public byte[] toBytes() {
        return JSON.writeValueAsBytes(this);
    }

    /** @throws tools.jackson.core.JacksonException if the bytes are not what {@link #toBytes()} gave */
    public static WrittenKnowledge read(InputStream bytes) {
        return JSON.readValue(bytes, WrittenKnowledge.class);
    }
}
