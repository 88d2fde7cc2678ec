package dev.csai.standalone.acceptance;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Platforms that suites share: each is started when first asked for and stopped with the JVM. */
final class Platforms {

    private static final Map<Class<?>, Platform> RUNNING = new ConcurrentHashMap<>();

    private Platforms() {}

    static Platform standalone() {
        return shared(StandalonePlatform.class, StandalonePlatform::start);
    }

    static ProductionPlatform production() {
        return shared(ProductionPlatform.class, ProductionPlatform::start);
    }

    /** From how many chunks on a document counts as long: what is not measured need not be as long as in earnest. */
    static Map<String, String> longDocuments() {
        return full() ? Map.of() : Map.of("CSAI_INGEST_DOCUMENTS_WORDSFIRSTFROM", "300");
    }

    /** Whether the long versions are wanted. */
    static boolean full() {
        return Boolean.getBoolean("csai.full");
    }

    private static <P extends Platform> P shared(Class<P> type, Supplier<P> start) {
        return type.cast(RUNNING.computeIfAbsent(type, asked -> {
            Platform platform = start.get();
            Runtime.getRuntime().addShutdownHook(new Thread(platform::close, "stop " + type.getSimpleName()));
            return platform;
        }));
    }
}
