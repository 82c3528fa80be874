package workshop.cleanup;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import workshop.detection.CloseWatch;
import workshop.testkit.wait.Background;
import workshop.testkit.wait.Patience;

/**
 * The connection of a request, as its watch has it: so a client can leave in a moment that a real one would meet once in a
 * million requests. What is private there is not the learner's: it is that of step 02.
 */
final class WatchedConnection {
    private static final Duration CAP = Duration.ofSeconds(1);

    private final Object read;
    private final Field watch;
    private final Thread handler = Thread.currentThread();

    private WatchedConnection(Object read, Field watch) {
        this.read = read;
        this.watch = watch;
    }

    /** That of the request that this thread handles. */
    static WatchedConnection ofThisThread() {
        try {
            Class<?> type = Class.forName("workshop.detection.BackgroundRead", true, CloseWatch.class.getClassLoader());
            Field current = type.getDeclaredField("CURRENT");
            Field watch = type.getDeclaredField("watch");
            current.setAccessible(true);
            watch.setAccessible(true);
            return new WatchedConnection(((ScopedValue<?>) current.get(null)).get(), watch);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether a watch is open. */
    boolean isWatched() {
        return openWatch() != null;
    }

    /** Whether this thread is the one that tells the listener, and the watch can't be closed before it has done so. */
    boolean isHeldByThisThread() {
        return Thread.holdsLock(read);
    }

    /**
     * Has the client leave at the end of the watch: the handler wants to close it, and has to wait until the listener has run.
     *
     * @param endOfWork lets the work end
     * @throws AssertionError if the two wait for each other
     */
    void leaveAtTheEndOfTheWatch(Runnable endOfWork) {
        Background.run(() -> leave(endOfWork)).result("""
                The handler and the listener wait for each other, for ever. The work was done, and the handler about to close
                the watch: it waits until the listener has run. The listener waits for a lock that the handler holds meanwhile""");
    }

    private void leave(Runnable endOfWork) {
        synchronized (read) { // the lock under which a watch is closed, and a listener runs
            endOfWork.run();
            awaitHandler(Patience.of(CAP));
            if (isWatched()) {
                giveNotice();
            }
        }
    }

    private void giveNotice() {
        try {
            Method notice = CloseWatch.class.getDeclaredMethod("notice");
            notice.setAccessible(true);
            notice.invoke(openWatch());
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until a listener that runs has returned, but not for ever. */
    void awaitListener() {
        Background.run(this::isWatched).awaitEnd();
    }

    /** Waits until the handler has to wait for whoever has its connection, or has ended, or for the longest time. */
    void awaitHandler(Duration cap) {
        long end = System.nanoTime() + cap.toNanos();
        while (handler.getState() != Thread.State.BLOCKED && handler.isAlive() && System.nanoTime() < end) {
            LockSupport.parkNanos(100_000); // nobody notifies
        }
    }

    private Object openWatch() {
        synchronized (read) {
            try {
                return watch.get(read);
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
