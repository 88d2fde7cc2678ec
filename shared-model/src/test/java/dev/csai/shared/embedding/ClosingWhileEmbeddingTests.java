package dev.csai.shared.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ClosingWhileEmbeddingTests {

    /** Without the reference that is kept this ends by a signal, as a stop in the middle of ingestion did. */
    @Test
    void lets_the_jvm_end_in_order_while_texts_are_embedded() throws IOException, InterruptedException {
        Process jvm = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                EndingProcess.class.getName()).inheritIO().start();
        assertThat(jvm.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(jvm.exitValue()).isZero();
    }

    /** Ends itself while two threads embed, and holds the end open for a while. */
    static final class EndingProcess {

        public static void main(String[] args) throws InterruptedException {
            MiniLmEmbeddingModel model = new MiniLmEmbeddingModel(1);
            CountDownLatch begun = new CountDownLatch(10);
            CountDownLatch enough = new CountDownLatch(500);
            Runnable embed = () -> {
                while (true) {
                    model.embed("The kitchen takes its last order half an hour before we close.");
                    begun.countDown();
                    enough.countDown();
                }
            };
            Thread.ofPlatform().daemon().start(embed);
            Thread.ofPlatform().daemon().start(embed);
            begun.await();
            // As in a JVM of several apps: one of them closes its model while another still embeds.
            MiniLmEmbeddingModel other = new MiniLmEmbeddingModel(1);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                other.close();
                await(enough);
            }));
            System.exit(0);
        }

        private static void await(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

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
