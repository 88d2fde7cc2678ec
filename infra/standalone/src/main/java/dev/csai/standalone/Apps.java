package dev.csai.standalone;

import dev.csai.adapter.ChannelAdapters;
import dev.csai.billing.BillingBatch;
import dev.csai.chat.ChatApi;
import dev.csai.ingest.IngestPipeline;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The four apps, each in a context of its own. The door is the first to close. */
final class Apps {

    private static final List<Supplier<SpringApplicationBuilder>> WORKERS = List.of(IngestPipeline::application,
            BillingBatch::application, ChannelAdapters::application);

    private Apps() {}

    /** Starts all at once, and returns when all have started. */
    static void start(Map<String, Object> properties, Executor threads, Closing closing) {
        CompletableFuture<ConfigurableApplicationContext> door = CompletableFuture
                .supplyAsync(() -> run(ChatApi.application().properties(AppProperties.CHAT_DEFAULTS), properties),
                        threads);
        List<CompletableFuture<ConfigurableApplicationContext>> workers = WORKERS.stream().map(
                app -> CompletableFuture.supplyAsync(() -> closing.add(run(app.get(), properties)), threads)).toList();
        workers.forEach(CompletableFuture::join);
        closing.add(door.join());
    }

    private static ConfigurableApplicationContext run(SpringApplicationBuilder app, Map<String, Object> properties) {
        // The order of stopping is ours; the apps' own shutdown hooks would all run at once.
        return app.registerShutdownHook(false).bannerMode(Banner.Mode.OFF)
                .initializers(context -> context.getEnvironment().getPropertySources()
                        .addFirst(new MapPropertySource("standalone", properties)))
                .run();
    }
}
