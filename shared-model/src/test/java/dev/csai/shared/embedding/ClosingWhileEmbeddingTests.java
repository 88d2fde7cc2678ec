package dev.csai.shared.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ClosingWhileEmbeddingTests {

    /** Without the lock in the model this ends the JVM that runs the tests. */
    @Test
    void waits_for_the_text_at_hand_and_refuses_the_next() throws InterruptedException {
        MiniLmEmbeddingModel model = new MiniLmEmbeddingModel(1);
        CountDownLatch busy = new CountDownLatch(20);
        CompletableFuture<Void> worker = CompletableFuture.runAsync(() -> {
            while (true) {
                assertThat(model.embed("The kitchen takes its last order half an hour before we close."))
                        .hasSize(MiniLmEmbeddingModel.DIMENSIONS);
                busy.countDown();
            }
        });
        busy.await();
        model.close();
        model.close();
        assertThatIllegalStateException().isThrownBy(() -> model.embed("too late"))
                .withMessage("The embedding model is closed");
        assertThat(worker).failsWithin(Duration.ofSeconds(10)).withThrowableThat()
                .withMessageContaining("The embedding model is closed");
    }
}
