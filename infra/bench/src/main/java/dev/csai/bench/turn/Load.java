package dev.csai.bench.turn;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Many visitors. */
final class Load {

    private final Visitor visitor;

    Load(Visitor visitor) {
        this.visitor = visitor;
    }

    private interface Work {
        void run() throws InterruptedException;
    }

    /** So many at once, each asking again as soon as it has its answer. */
    Measured closed(Side side, Mode mode, int atOnce, Duration length) throws InterruptedException {
        Measured measured = new Measured();
        long began = System.nanoTime();
        long end = began + length.toNanos();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> visitors = new ArrayList<>();
            for (int i = 0; i < atOnce; i++) {
                visitors.add(submit(threads, () -> {
                    while (System.nanoTime() < end) {
                        measured.add(visitor.ask(side, mode));
                    }
                }));
            }
            await(visitors);
        }
        return measured.during(Duration.ofNanos(System.nanoTime() - began));
    }

    /** So many a second, whether or not the earlier ones were answered. */
    Measured open(Side side, Mode mode, int perSecond, Duration length) throws InterruptedException {
        Measured measured = new Measured();
        long between = TimeUnit.SECONDS.toNanos(1) / perSecond;
        long began = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> visitors = new ArrayList<>();
            for (long due = began; due < began + length.toNanos(); due += between) {
                long dueNow = due;
                TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                visitors.add(submit(threads, () -> measured.add(visitor.ask(side, mode, dueNow))));
            }
            await(visitors);
        }
        return measured.during(Duration.ofNanos(System.nanoTime() - began));
    }

    private static Future<?> submit(ExecutorService threads, Work work) {
        return threads.submit(() -> {
            work.run();
            return null;
        });
    }

    private static void await(List<Future<?>> visitors) throws InterruptedException {
        for (Future<?> done : visitors) {
            try {
                done.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("a visitor broke off", e.getCause());
            }
        }
    }
}
