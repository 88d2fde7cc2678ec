package dev.csai.standalone;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has been started, to be closed in reverse order, once. What comes up too late is closed on arrival. */
final class Closing {

    private static final Logger log = LoggerFactory.getLogger(Closing.class);

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private boolean closing;

    <T extends AutoCloseable> T add(T resource) {
        synchronized (this) {
            if (!closing) {
                started.push(resource);
                return resource;
            }
        }
        close(resource);
        throw new IllegalStateException("CSAI is stopping");
    }

    synchronized boolean hasBegun() {
        return closing;
    }

    void closeAll() {
        synchronized (this) {
            closing = true;
        }
        for (AutoCloseable resource = next(); resource != null; resource = next()) {
            close(resource);
        }
    }

    private synchronized @Nullable AutoCloseable next() {
        return started.poll();
    }

    /** One part that fails to stop must not keep the others from stopping. */
    private static void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            log.error("{} did not stop in order", resource.getClass().getSimpleName(), e);
        }
    }
}
