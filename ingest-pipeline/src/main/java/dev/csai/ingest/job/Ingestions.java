package dev.csai.ingest.job;

import dev.csai.ingest.work.Attempt;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The ingestions this process is at, by the claim, which the job's parameters carry. */
final class Ingestions {

    private final Map<String, Ingestion> running = new ConcurrentHashMap<>();

    Ingestion begin(Attempt attempt) {
        var ingestion = new Ingestion(attempt);
        running.put(attempt.work().claim(), ingestion);
        return ingestion;
    }

    void end(Ingestion ingestion) {
        running.remove(ingestion.work().claim());
    }

    Ingestion of(String claim) {
        Ingestion ingestion = running.get(claim);
        if (ingestion == null) {
            throw new IllegalStateException("the job ingestDocument is started by its workers only");
        }
        return ingestion;
    }
}
