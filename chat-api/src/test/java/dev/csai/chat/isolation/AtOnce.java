package dev.csai.chat.isolation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does independent things side by side. */
final class AtOnce {

    private static final int CALLERS = 8;

    private AtOnce() {}

    static <T> List<T> all(Collection<? extends Callable<List<T>>> work) {
        try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            List<T> all = new ArrayList<>();
            for (Future<List<T>> done : callers.invokeAll(work)) {
                all.addAll(done.get());
            }
            return all;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a caller failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
