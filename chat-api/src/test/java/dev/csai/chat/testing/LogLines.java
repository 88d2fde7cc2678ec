package dev.csai.chat.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Everything that is logged while it listens, with causes: this app's from DEBUG on, everybody else's from INFO on. */
public final class LogLines extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private static final Logger ROOT = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private static final Logger OURS = (Logger) LoggerFactory.getLogger("dev.csai");

    private final ConcurrentLinkedQueue<String> seen = new ConcurrentLinkedQueue<>();
    private final List<Appender<ILoggingEvent>> silenced = new ArrayList<>();

    private @Nullable Level rootLevel;
    private @Nullable Level oursLevel;

    /** Keeps the lines from the console. */
    public LogLines listen() {
        rootLevel = ROOT.getLevel();
        oursLevel = OURS.getLevel();
        ROOT.iteratorForAppenders().forEachRemaining(silenced::add);
        silenced.forEach(ROOT::detachAppender);
        ROOT.setLevel(Level.INFO);
        OURS.setLevel(Level.DEBUG);
        setContext(ROOT.getLoggerContext());
        start();
        ROOT.addAppender(this);
        return this;
    }

    public List<String> seen() {
        return List.copyOf(seen);
    }

    @Override
    protected void append(ILoggingEvent event) {
        Map<String, String> context = event.getMDCPropertyMap();
        seen.add(event.getLoggerName() + " " + event.getFormattedMessage() + " " + context
                + ThrowableProxyUtil.asString(event.getThrowableProxy()));
    }

    @Override
    public void close() {
        ROOT.detachAppender(this);
        stop();
        silenced.forEach(ROOT::addAppender);
        silenced.clear();
        OURS.setLevel(oursLevel);
        ROOT.setLevel(rootLevel);
    }
}
