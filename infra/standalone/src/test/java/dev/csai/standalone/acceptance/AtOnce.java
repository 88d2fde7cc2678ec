package dev.csai.standalone.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Callers that begin in the same moment. */
final class AtOnce {

    private AtOnce() {}

    /** The results in the order of the calls. */
    static <T> List<T> call(List<Callable<T>> calls) throws Exception {
        CyclicBarrier start = new CyclicBarrier(calls.size());
        try (ExecutorService callers = Executors.newFixedThreadPool(calls.size())) {
            List<Future<T>> results = calls.stream().map(call -> callers.submit(() -> {
                start.await();
                return call.call();
            })).toList();
            List<T> values = new ArrayList<>();
            for (Future<T> result : results) {
                values.add(result.get());
            }
            return values;
        }
    }
}
