package dev.csai.standalone.acceptance;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Platforms that suites share: each is started when first asked for and stopped with the JVM. */
final class Platforms {

    private static final Map<String, Platform> RUNNING = new ConcurrentHashMap<>();

    private Platforms() {}

    static Platform standalone() {
        return shared("standalone", StandalonePlatform::start);
    }

    static Platform production() {
        return shared("production", ProductionPlatform::start);
    }

    /** Whether the long versions are wanted. */
    static boolean full() {
        return Boolean.getBoolean("csai.full");
    }

    private static Platform shared(String name, Supplier<Platform> start) {
        return RUNNING.computeIfAbsent(name, asked -> {
            Platform platform = start.get();
            Runtime.getRuntime().addShutdownHook(new Thread(platform::close, "stop " + name));
            return platform;
        });
    }
}
