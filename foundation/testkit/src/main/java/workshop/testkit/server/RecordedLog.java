package workshop.testkit.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.helidon.logging.common.LogConfig;

import workshop.plumbing.launch.NormalEventsFilter;
import workshop.plumbing.launch.RequestsInFlight;
import workshop.plumbing.wait.CappedWait;

/**
 * What the servers of this JVM log at the levels that a user has by default. It is recorded, and not printed.
 */
public final class RecordedLog extends Handler {
    private final Logger root = Logger.getLogger("");
    private final List<String> lines = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final SimpleFormatter formatter = new SimpleFormatter();

    /** Starts to record. */
    public RecordedLog() {
        LogConfig.configureRuntime();
        setFilter(new NormalEventsFilter());
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        root.addHandler(this);
    }

    @Override
    public synchronized void publish(LogRecord record) {
        if (isLoggable(record) && !isOfServerLeftBehind(record)) {
            String message = formatter.formatMessage(record);
            lines.add(record.getThrown() == null ? message : message + " " + withItsCauses(record.getThrown()));
            if (record.getLevel().intValue() >= Level.WARNING.intValue()) {
                warnings.add(lines.getLast());
            }
            notifyAll();
        }
    }

    private static String withItsCauses(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).map(Throwable::toString).collect(Collectors.joining(", caused by "));
    }

    /** Whether it is said of a server that an earlier test has given up, half a minute ago: its handlers never end. */
    private static boolean isOfServerLeftBehind(LogRecord record) {
        return RequestsInFlight.class.getName().equals(record.getLoggerName());
    }

    @Override
    public void flush() {
        // every line is there at once
    }

    @Override
    public void close() {
        root.removeHandler(this);
    }

    /** The lines so far, oldest first; an exception and its causes stand behind the message that they came with. */
    public synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    /** Those of them that say that something is wrong. */
    public synchronized List<String> warnings() {
        return List.copyOf(warnings);
    }

    /** How many lines so far have a text in them. */
    public synchronized int count(String text) {
        return (int) lines.stream().filter(line -> line.contains(text)).count();
    }

    /** Waits until so many lines have a text in them; returns how many have then: fewer, if the longest time was over first. */
    public synchronized int await(String text, int times, Duration cap) {
        CappedWait.until(this, cap, () -> count(text) >= times);
        return count(text);
    }
}
