package dev.csai.ingest.work;

import dev.csai.ingest.work.Attempt.Interruption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** The bounded pool: each thread claims work, does it and claims again; one more thread keeps the leases alive. */
public final class Workers implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Workers.class);
    /** Longer than any transaction of an attempt, so that a stop leaves work given back rather than leased. */
    private static final Duration STOP_TIME = Duration.ofSeconds(20);

    private final WorkQueue queue;
    private final Worker worker;
    private final WorkSettings settings;
    private final Semaphore wakeUps = new Semaphore(0);
    private final Set<Attempt> running = ConcurrentHashMap.newKeySet();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean started;

    Workers(WorkQueue queue, Worker worker, WorkSettings settings) {
        this.queue = queue;
        this.worker = worker;
        this.settings = settings;
    }

    /** Tells an idle worker that a transaction has just committed work. */
    public void wake() {
        wakeUps.release();
    }

    private void workUntilStopped() {
        while (started) {
            try {
                if (!workOnce() && wakeUps.tryAcquire(settings.poll().toMillis(), TimeUnit.MILLISECONDS)) {
                    wakeUps.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            } catch (DataAccessException | TransactionException e) {
                // The work stays leased and comes back when the lease ends, here or elsewhere.
                log.warn("The database cannot be worked with now; trying again in {}: {}", settings.poll(),
                        e.toString());
                pause();
            } catch (Throwable e) {
                // Nobody starts this thread again.
                log.error("A worker met what it did not expect; going on in {}", settings.poll(), e);
                pause();
            }
        }
    }

    private boolean workOnce() {
        Optional<Work> claimed = queue.claim();
        claimed.ifPresent(this::work);
        return claimed.isPresent();
    }

    private void work(Work work) {
        Attempt attempt = new Attempt(work);
        running.add(attempt);
        try {
            if (!started) {
                attempt.interrupt(Interruption.SHUTDOWN);
            }
            worker.run(attempt);
        } finally {
            running.remove(attempt);
        }
    }

    private void keepLeases() {
        while (started || !running.isEmpty()) {
            try {
                Thread.sleep(settings.lease().dividedBy(3));
                running.forEach(this::keepLease);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void keepLease(Attempt attempt) {
        if (System.nanoTime() - attempt.startedNanos() > settings.timeLimit().toNanos()) {
            // Should it hang, its lease runs out and others may go on.
            attempt.interrupt(Interruption.OUT_OF_TIME);
            return;
        }
        try {
            if (!queue.renew(attempt.work())) {
                attempt.interrupt(Interruption.TAKEN_AWAY);
            }
        } catch (DataAccessException | TransactionException e) {
            log.warn("The lease of document {} could not be renewed: {}", attempt.work().documentId(), e.toString());
        } catch (Throwable e) {
            // Nobody starts this thread again, and the leases of all attempts hang on it.
            log.error("The lease of document {} could not be renewed", attempt.work().documentId(), e);
        }
    }

    private void pause() {
        try {
            Thread.sleep(settings.poll());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        started = true;
        // Platform threads, because they compute.
        for (int i = 1; i <= settings.workers(); i++) {
            threads.add(Thread.ofPlatform().name("ingest-" + i).start(this::workUntilStopped));
        }
        threads.add(Thread.ofVirtual().name("ingest-leases").start(this::keepLeases));
    }

    @Override
    public void stop() {
        started = false;
        running.forEach(attempt -> attempt.interrupt(Interruption.SHUTDOWN));
        wakeUps.release(settings.workers());
        long deadline = System.nanoTime() + STOP_TIME.toNanos();
        try {
            for (Thread thread : threads.subList(0, settings.workers())) {
                thread.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.removeLast().interrupt();
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return started;
    }
}
