package dev.csai.bench.retrieval;

import static dev.csai.bench.retrieval.GeneratedTenant.CHUNKS_OF_A_DOCUMENT;

import dev.csai.shared.Ids;
import dev.csai.shared.embedding.Signature;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Writes tenants' chunks and postings, document by document. */
final class TenantWriter implements AutoCloseable {

    private static final int TOKENS = 120;

    private final Vocabulary vocabulary;
    private final BinaryCopy chunks;
    private final BinaryCopy postings;

    /** Takes two connections, for each carries one COPY. */
    TenantWriter(Connection forChunks, Connection forPostings, Vocabulary vocabulary)
            throws SQLException, IOException {
        this.vocabulary = vocabulary;
        this.chunks = new BinaryCopy(forChunks, "ingest.chunks", """
                tenant_id, generation_id, ordinal, id, document_id, text, language, tokens, embedding, signature""");
        this.postings = new BinaryCopy(forPostings, "ingest.postings",
                "tenant_id, term, generation_id, first_ordinal, ordinals, impacts");
    }

    void write(GeneratedTenant tenant) throws IOException {
        for (int first = 0; first < tenant.size(); first += CHUNKS_OF_A_DOCUMENT) {
            document(tenant, first, Math.min(tenant.size(), first + CHUNKS_OF_A_DOCUMENT));
        }
    }

    @Override
    public void close() throws IOException {
        chunks.close();
        postings.close();
    }

    private void document(GeneratedTenant tenant, int first, int end) throws IOException {
        UUID document = tenant.document(first / CHUNKS_OF_A_DOCUMENT);
        Map<Integer, Posting> found = new TreeMap<>();
        for (int chunk = first; chunk < end; chunk++) {
            int ordinal = chunk - first;
            int[] words = tenant.words(chunk);
            chunk(tenant, document, ordinal, tenant.text(words), tenant.vector(chunk));
            for (int word : words) {
                found.computeIfAbsent(word, number -> new Posting()).add(ordinal);
            }
        }
        for (var entry : found.entrySet()) {
            Posting posting = entry.getValue();
            postings.row(6).uuid(tenant.id().value()).text(vocabulary.term(entry.getKey())).uuid(document).integer(0)
                    .integers(posting.ordinals, posting.size).floats(posting.impacts(), posting.size);
        }
    }

    /** A generation has the id of its document: they are in different tables. */
    private void chunk(GeneratedTenant tenant, UUID document, int ordinal, String text, float[] vector)
            throws IOException {
        chunks.row(10).uuid(tenant.id().value()).uuid(document).integer(ordinal).uuid(Ids.next()).uuid(document)
                .text(text).text("en").integer(TOKENS).floats(vector, vector.length).bits(Signature.of(vector));
    }

    /** The chunks of a document that have a term, and how often. */
    private static final class Posting {

        private final int[] ordinals = new int[CHUNKS_OF_A_DOCUMENT];
        private final int[] times = new int[CHUNKS_OF_A_DOCUMENT];
        private int size;

        void add(int ordinal) {
            if (size == 0 || ordinals[size - 1] != ordinal) {
                ordinals[size] = ordinal;
                size++;
            }
            times[size - 1]++;
        }

        /** As BM25 has them for chunks of one length. */
        float[] impacts() {
            float[] impacts = new float[size];
            for (int i = 0; i < size; i++) {
                impacts[i] = 2f * times[i] / (times[i] + 0.9f);
            }
            return impacts;
        }
    }
}
