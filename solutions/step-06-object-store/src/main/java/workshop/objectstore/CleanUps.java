package workshop.objectstore;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import io.helidon.metrics.api.Gauge;
import io.helidon.metrics.api.MeterRegistry;
import io.helidon.service.registry.Services;

/**
 * What has to be removed from the store. Each removal is tried until it is done, on a thread of its own: nobody waits for a
 * store that does not answer.
 */
final class CleanUps implements AutoCloseable {
    private static final System.Logger LOGGER = System.getLogger(CleanUps.class.getName());
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    /** Of this process: Helidon's meters belong to it. */
    private static final AtomicInteger PENDING = new AtomicInteger();

    private final Map<String, Thread> pending = new ConcurrentHashMap<>();
    private final Duration patience;

    /**
     * @param patience how long {@link #close()} waits for what is not done
     */
    CleanUps(Duration patience) {
        this.patience = patience;
        Services.get(MeterRegistry.class).getOrCreate(Gauge.builder("workshop_aborts_pending", PENDING::get)
                                                              .description("Objects of which the store may still have something"));
    }

    /**
     * Has something removed.
     *
     * @param key     the object, for messages
     * @param removal removes all of it, and throws a {@link StoreFailure} if it can't; it may be called again
     */
    void add(String key, Runnable removal) {
        pending.computeIfAbsent(key, _ -> {
            PENDING.incrementAndGet();
            return Thread.startVirtualThread(() -> untilDone(key, removal));
        });
    }

    private void untilDone(String key, Runnable removal) {
        try {
            var pause = FIRST_PAUSE;
            while (!isDone(key, removal, pause == FIRST_PAUSE)) {
                Thread.sleep(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        } catch (InterruptedException e) {
            // the server has stopped: the sweep of a later one takes it
        } finally {
            pending.remove(key);
            PENDING.decrementAndGet();
        }
    }

    private static boolean isDone(String key, Runnable removal, boolean first) {
        try {
            removal.run();
            return true;
        } catch (StoreFailure e) {
            if (first) {
                LOGGER.log(System.Logger.Level.WARNING,
                           "What there is of " + key + " can't be removed yet: it is tried until it is done", e);
            }
            return false;
        }
    }

    /** Waits for what can be removed soon, and says what can't: the sweep of a later server takes that. */
    @Override
    public void close() {
        long end = System.nanoTime() + patience.toNanos();
        try {
            for (Thread cleanUp : pending.values()) {
                if (!cleanUp.join(Duration.ofNanos(end - System.nanoTime()))) {
                    LOGGER.log(System.Logger.Level.WARNING,
                               "The store does not let go of {0} objects: a later sweep takes what is left", pending.size());
                    pending.values().forEach(Thread::interrupt);
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
