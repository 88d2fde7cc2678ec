package dev.csai.adapter.mail;

import dev.csai.adapter.mail.DeferredMails.DeferredMail;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailPreparationException;

/** Tries mails that wait again, one after the other, for as long as the app runs. Any number of instances may. */
final class DeferredDelivery implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DeferredDelivery.class);
    private static final Duration IDLE = Duration.ofSeconds(1);
    /** For the try under way: what the server has taken and nobody has noted is sent again. */
    private static final Duration STOP_TIME = Duration.ofSeconds(20);

    private final MailServer server;
    private final SentMails sent;
    private final DeferredMails deferred;
    private volatile @Nullable ScheduledExecutorService worker;

    DeferredDelivery(MailServer server, SentMails sent, DeferredMails deferred) {
        this.server = server;
        this.sent = sent;
        this.deferred = deferred;
    }

    private void tryAllDue() {
        try {
            Optional<DeferredMail> due = deferred.claim();
            while (due.isPresent()) {
                tryOnce(due.get());
                due = isRunning() ? deferred.claim() : Optional.empty();
            }
        } catch (DataAccessException e) {
            log.warn("Mails that wait are tried again later: {}", e.toString());
        } catch (Throwable e) {
            // An executor does not repeat a task that has thrown, and nobody would try these mails any more.
            log.error("Mails that wait are tried again later", e);
        }
    }

    private void tryOnce(DeferredMail mail) {
        try {
            server.take(mail.messageId(), mail.sealed());
        } catch (MailPreparationException e) {
            log.error("Mail {} will never be taken and is given up", mail.messageId(), e);
            deferred.remove(mail);
            return;
        } catch (MailException e) {
            putOff(mail, e.toString());
            return;
        } catch (Throwable e) {
            // It counts like any other failure, so that its end comes, too.
            log.error("Mail {} met what nobody expected", mail.messageId(), e);
            putOff(mail, e.getClass().getName());
            return;
        }
        sent.add(mail.messageId());
    }

    private void putOff(DeferredMail mail, String reason) {
        if (deferred.isOver(mail)) {
            log.error("Mail {} has waited since {} and is given up: {}", mail.messageId(), mail.deferredAt(),
                    reason);
            deferred.remove(mail);
        } else {
            log.info("Mail {} waits further: {}", mail.messageId(), reason);
            deferred.putOff(mail);
        }
    }

    @Override
    public void start() {
        ScheduledExecutorService started = Executors
                .newSingleThreadScheduledExecutor(Thread.ofVirtual().name("deferred-mails").factory());
        var _ = started.scheduleWithFixedDelay(this::tryAllDue, 0, IDLE.toMillis(), TimeUnit.MILLISECONDS);
        worker = started;
    }

    @Override
    public void stop() {
        ScheduledExecutorService stopped = worker;
        worker = null;
        if (stopped == null) {
            return;
        }
        stopped.shutdown();
        try {
            if (!stopped.awaitTermination(STOP_TIME.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("The mail server still has a mail under way; it is tried again in a while");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return worker != null;
    }
}
