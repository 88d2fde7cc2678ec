package dev.csai.standalone;

import dev.csai.chat.seed.DemoTenant;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

/** Starts everything, tells where it is, and stops everything in order. */
public final class Standalone {

    private static final PrintStream console = System.out;

    private final StandaloneSettings settings;
    private final Executor threads = Executors
            .newThreadPerTaskExecutor(Thread.ofPlatform().name("start-", 0).factory());
    private final Closing closing = new Closing();

    private Standalone(StandaloneSettings settings) {
        this.settings = settings;
    }

    public static void main(String[] args) {
        try {
            StandaloneSettings settings = StandaloneSettings.from(System.getenv(),
                    Path.of(System.getProperty("user.home")));
            DataFolder folder = DataFolder.open(settings.data());
            logTo(folder.root().resolve("logs"));
            new Standalone(settings).run(folder);
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    /** Before the first logger is made; the apps leave logging alone, for four of them share it. */
    private static void logTo(Path directory) {
        System.setProperty("CSAI_LOGS", directory.toString());
        System.setProperty("logback.configurationFile", "logback-standalone.xml");
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    }

    private void run(DataFolder folder) {
        try {
            start(folder);
        } catch (RuntimeException e) {
            // Whole in the log; the console gets one sentence.
            LoggerFactory.getLogger(Standalone.class).info("CSAI ends", e);
            throw e;
        }
    }

    private void start(DataFolder folder) {
        long began = System.nanoTime();
        closing.add(folder);
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        console.println("CSAI is starting; data and logs are in " + folder.root());
        Secrets secrets = Secrets.in(folder);
        Servers servers = Servers.start(folder, secrets, threads, closing);
        Demo demo = new Demo(settings, folder, secrets);
        CompletableFuture<List<DemoTenant.Login>> people = CompletableFuture
                .supplyAsync(() -> demo.createPeople(servers.systemDataSource(secrets)), threads);
        Apps.start(AppProperties.of(settings, folder, secrets, servers), threads, closing);
        List<DemoTenant.Login> created = people.join();
        Optional<DemoDocuments> loaded = demo.loadDocuments(settings.baseUrl());
        console.print(Welcome.text(settings.baseUrl(), Duration.ofNanos(System.nanoTime() - began), created,
                loaded.isPresent()));
        if (settings.endWhenReady()) {
            System.exit(0);
        }
        loaded.ifPresent(documents -> threads.execute(() -> documents.outcome().ifPresent(console::println)));
        stopBecause(servers.failure().join());
    }

    private void stopBecause(String cause) {
        if (!closing.hasBegun()) {
            fail(new IllegalStateException(cause + "; CSAI stops."));
        }
    }

    private void stop() {
        console.println("CSAI is stopping.");
        closing.closeAll();
    }

    private static void fail(RuntimeException failure) {
        System.err.println(sentence(failure));
        System.exit(1);
    }

    /** Our own exceptions speak to people; of others the innermost says most. */
    private static String sentence(RuntimeException failure) {
        Throwable told = failure instanceof CompletionException && failure.getCause() != null
                ? failure.getCause()
                : failure;
        boolean ours = told instanceof IllegalStateException || told instanceof UncheckedIOException;
        return String.valueOf((ours ? told : NestedExceptionUtils.getMostSpecificCause(told)).getMessage());
    }
}
