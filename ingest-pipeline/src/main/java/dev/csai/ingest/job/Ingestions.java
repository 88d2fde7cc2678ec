package dev.csai.ingest.job;

import dev.csai.ingest.work.Attempt;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The ingestions this process is at, by the work's id, which the job's parameters carry. */
final class Ingestions {

    private final Map<String, Ingestion> running = new ConcurrentHashMap<>();

    Ingestion begin(Attempt attempt) {
        var ingestion = new Ingestion(attempt);
        if (running.putIfAbsent(attempt.work().id().toString(), ingestion) != null) {
            throw new IllegalStateException("work " + attempt.work().id() + " is being done here already");
        }
        return ingestion;
    }

    void end(Ingestion ingestion) {
        running.remove(ingestion.work().id().toString(), ingestion);
    }

    Ingestion of(String work) {
        Ingestion ingestion = running.get(work);
        if (ingestion == null) {
            throw new IllegalStateException("the job ingestDocument is started by its workers only");
        }
        return ingestion;
    }
}
