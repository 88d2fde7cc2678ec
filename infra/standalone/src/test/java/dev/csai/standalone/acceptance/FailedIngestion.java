package dev.csai.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.csai.standalone.acceptance.Contract.Document;
import dev.csai.standalone.acceptance.Contract.Problem;
import dev.csai.standalone.acceptance.Multipart.FileBytes;
import java.time.Duration;

/** A document whose last ingestion failed for a reason that is gone, so that doing it again succeeds. */
final class FailedIngestion {

    private FailedIngestion() {}

    /** Its bytes are away until it has failed. */
    static Document of(FileBytes file, Platform platform, Tenant tenant) {
        Document document = tenant.owner().ingest(file);
        Runnable bringBack = platform.hideBytes(tenant.id(), document.id());
        tenant.owner().post("/v1/knowledge/documents/" + document.id() + "/reprocess", "").expect(202);
        Document ended = await("the failure").atMost(Duration.ofMinutes(2))
                .until(() -> tenant.owner().document(document.id()), now -> now.status().equals("failed"));
        assertThat(ended.problem()).isNotNull().extracting(Problem::slug).asString().endsWith("internal");
        bringBack.run();
        return ended;
    }
}
