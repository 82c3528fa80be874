package workshop.companion;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import picocli.CommandLine.Help.Ansi;

import workshop.companion.watch.Event;

/**
 * A terminal of which a test reads the page that is shown now.
 */
final class RecordingDesk implements Desk {
    private static final long CAP_IN_SECONDS = 60;

    /** With this, a page is complete. */
    private static final String LAST = "Enter again";

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final StringBuffer page = new StringBuffer();
    private final StringBuffer statuses = new StringBuffer();
    private final PrintWriter out = new PrintWriter(new StringWriter() {
        @Override
        public void write(String text) {
            record(page, text);
        }

        @Override
        public void write(String text, int from, int length) {
            record(page, text.substring(from, from + length));
        }
    });

    /** Waits until a complete page has a text; returns the page. */
    String await(String text) throws InterruptedException {
        return await(page, text);
    }

    /** Waits until something was going on. */
    void awaitStatus(String text) throws InterruptedException {
        await(statuses, text);
    }

    private String await(StringBuffer where, String text) throws InterruptedException {
        long left = TimeUnit.SECONDS.toNanos(CAP_IN_SECONDS);
        lock.lock();
        try {
            while (where.indexOf(text) < 0 || where == page && where.indexOf(LAST) < 0) {
                if (left <= 0) {
                    throw new AssertionError("'%s' is not shown within %d s, but:%n%s".formatted(text, CAP_IN_SECONDS, where));
                }
                left = changed.awaitNanos(left);
            }
            return where.toString();
        } finally {
            lock.unlock();
        }
    }

    private void record(StringBuffer where, String text) {
        lock.lock();
        try {
            where.append(text);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Screen screen() {
        return new Screen(out, out, Ansi.OFF);
    }

    @Override
    public boolean hasKeys() {
        return true;
    }

    @Override
    public void clear() {
        lock.lock();
        try {
            page.setLength(0);
            statuses.setLength(0);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void status(String text) {
        record(statuses, text);
    }

    @Override
    public void listen(Consumer<Event> events) {
        // the test has the events itself
    }

    @Override
    public void close() {
        // there is nothing to close
    }
}
