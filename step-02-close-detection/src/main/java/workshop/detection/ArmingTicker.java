package workshop.detection;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * One thread for all connections: it arms the watches of requests that run for longer than a tick.
 * <p>
 * Most requests are over before. They never pay for a background read, and leave none behind for the next request to
 * wait for.
 */
final class ArmingTicker {
    /** The time between two ticks, in milliseconds. */
    static final int TICK_MILLIS = 5;

    /** The one of this process. */
    static final ArmingTicker SHARED = new ArmingTicker();

    private final ConcurrentLinkedQueue<CloseWatch> watches = new ConcurrentLinkedQueue<>(); // oldest first
    private final Thread thread = Thread.ofPlatform().daemon().name("arming-ticker").unstarted(this::run);
    private volatile int tick;
    private volatile boolean idle;

    private ArmingTicker() {
        thread.start();
    }

    /** The number of the current tick. */
    int now() {
        return tick;
    }

    /** Arms a watch at the second tick from now. */
    void add(CloseWatch watch) {
        watches.add(watch);
        if (idle) {
            LockSupport.unpark(thread);
        }
    }

    private void run() {
        while (true) {
            awaitWatches();
            LockSupport.parkNanos(TICK_MILLIS * 1_000_000L);
            int now = tick + 1;
            tick = now;
            for (var oldest = watches.peek(); oldest != null && now - oldest.openedAt() >= 2; oldest = watches.peek()) {
                watches.remove().arm();
            }
        }
    }

    private void awaitWatches() {
        if (watches.isEmpty()) {
            idle = true;
            while (watches.isEmpty()) {
                LockSupport.park(this);
            }
            idle = false;
        }
    }
}
