package dev.csai.chat.knowledge.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.knowledge.Blobs;
import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.TestApp;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is left of uploads when their time is over. */
class ExpiredUploadsIT {

    private static final TestApp app = TestApp.shared();

    private Uploader client;

    @BeforeEach
    void newClient() {
        client = new Uploader(app, TestApp.BLOBS);
    }

    @Test
    void what_is_sent_after_the_confirmation_changes_nothing_and_is_swept() {
        Answer announced = client.sent("pasta");
        client.confirm(Uploader.id(announced));

        assertThat(client.put(announced, "text/plain", "PASTA").status()).isEqualTo(200);
        assertThat(client.content(Uploader.id(announced))).isEqualTo("pasta");
        assertThat(client.filesOfTenant()).hasSize(2);

        client.sweepAfterTwoHours();
        assertThat(client.filesOfTenant()).hasSize(1);
        assertThat(client.content(Uploader.id(announced))).isEqualTo("pasta");
    }

    @Test
    void what_nobody_confirms_in_time_is_swept_with_its_bytes() {
        Answer announced = client.sent("stale");
        UUID abandonedCopy = Uploader.id(client.sent("other"));
        app.context().getBean(Uploads.class).find(client.tenant, abandonedCopy)
                .flatMap(upload -> app.context().getBean(Uploads.class).beginCopy(upload)
                        .flatMap(number -> app.context().getBean(Blobs.class)
                                .copy(upload.incoming(), upload.copy(number), 5)))
                .block();
        assertThat(client.filesOfTenant()).hasSize(3);

        app.clock.forward(Duration.ofMinutes(61));
        assertThat(client.put(announced, "text/plain", "stale").status()).isEqualTo(403);
        app.context().getBean(ExpiredUploads.class).sweep().block();
        assertThat(client.filesOfTenant()).hasSize(3);

        client.sweepAfterTwoHours();
        assertThat(client.filesOfTenant()).isEmpty();
        assertThat(app.rows("select id from chat.uploads where tenant_id = '" + client.tenant + "'")).isEmpty();
        client.token = client.ownerOf(client.tenant);
        assertThat(client.confirm(Uploader.id(announced)).status()).isEqualTo(404);
    }

    @Test
    void a_sweep_that_was_cut_off_goes_on() {
        Answer announced = client.sent("stale");
        app.context().getBean(Uploads.class).claimForSweeping(client.tenant, Uploader.id(announced)).block();

        assertThat(client.confirm(Uploader.id(announced)).status()).isEqualTo(404);
        client.sweepAfterTwoHours();
        assertThat(client.filesOfTenant()).isEmpty();
    }
}
