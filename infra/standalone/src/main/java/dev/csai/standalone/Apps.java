package dev.csai.standalone;

import dev.csai.adapter.ChannelAdapters;
import dev.csai.billing.BillingBatch;
import dev.csai.chat.ChatApi;
import dev.csai.ingest.IngestPipeline;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The four apps, each in a context of its own. The door closes first and opens last. */
record Apps(ConfigurableApplicationContext door) {

    private static final List<Supplier<SpringApplicationBuilder>> WORKERS = List.of(IngestPipeline::application,
            BillingBatch::application, ChannelAdapters::application);

    /** Starts all at once: each start waits for the disk and the database most of its time. */
    static Apps start(Map<String, Object> properties, Closing closing) {
        List<CompletableFuture<ConfigurableApplicationContext>> workers = WORKERS.stream()
                .map(app -> CompletableFuture.supplyAsync(() -> closing.add(run(app.get(), properties)))).toList();
        CompletableFuture<ConfigurableApplicationContext> door = CompletableFuture
                .supplyAsync(() -> run(ChatApi.application(), properties));
        workers.forEach(CompletableFuture::join);
        return new Apps(closing.add(door.join()));
    }

    private static ConfigurableApplicationContext run(SpringApplicationBuilder app, Map<String, Object> properties) {
        // The order of stopping is ours; the apps' own shutdown hooks would all run at once.
        return app.registerShutdownHook(false)
                .initializers(context -> context.getEnvironment().getPropertySources()
                        .addFirst(new MapPropertySource("standalone", properties)))
                .run();
    }
}
