package workshop.testkit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

import io.helidon.logging.common.LogConfig;

/**
 * What the servers of this JVM log at the levels that a user has by default. It is recorded, and not printed.
 */
public final class RecordedLog extends Handler {
    private final Logger root = Logger.getLogger("");
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final SimpleFormatter formatter = new SimpleFormatter();

    /**
     * Starts to record.
     */
    public RecordedLog() {
        LogConfig.configureRuntime();
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        root.addHandler(this);
    }

    @Override
    public void publish(LogRecord record) {
        lines.add(formatter.formatMessage(record));
    }

    @Override
    public void flush() {
        // every line is there at once
    }

    @Override
    public void close() {
        root.removeHandler(this);
    }

    /**
     * @return the lines so far, oldest first
     */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    /**
     * @param text a part of a line
     * @return how many lines so far have that part
     */
    public int count(String text) {
        return (int) lines.stream().filter(line -> line.contains(text)).count();
    }
}
