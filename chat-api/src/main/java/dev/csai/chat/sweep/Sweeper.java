package dev.csai.chat.sweep;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Finishes or removes, for as long as the app runs, what was left behind. One sweep at a time; one that fails is told
 * of, and the next tries again. Every instance sweeps, so a sweep must be safe beside others.
 */
public abstract class Sweeper implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Sweeper.class);

    private final String what;
    private final Duration period;
    private Disposable sweeping = Disposables.disposed();

    /**
     * @param what is swept, as the log says it: "Expired uploads"
     * @param period from the beginning of one sweep to that of the next; a sweep that takes longer leaves some out
     */
    protected Sweeper(String what, Duration period) {
        this.what = what;
        this.period = period;
    }

    protected abstract Mono<Void> sweep();

    @Override
    public void start() {
        sweeping = Flux.interval(Duration.ZERO, period)
                .onBackpressureDrop()
                .concatMap(tick -> sweep().onErrorResume(failure -> {
                    log.warn("{} wait for the next sweep: {}", what, failure.toString());
                    return Mono.empty();
                }))
                .subscribe();
    }

    @Override
    public void stop() {
        sweeping.dispose();
    }

    @Override
    public boolean isRunning() {
        return !sweeping.isDisposed();
    }
}
