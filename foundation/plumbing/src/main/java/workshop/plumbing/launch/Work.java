package workshop.plumbing.launch;

import java.time.Duration;

/**
 * The expensive work that a request asks for.
 * <p>
 * The servers sleep, as the article's does. A test brings work of its own: it waits at a gate until the test opens it.
 */
@FunctionalInterface
public interface Work {
    /**
     * Works to the end.
     *
     * @throws InterruptedException if the thread is interrupted, as Helidon does when it stops: the work is not done
     */
    void perform() throws InterruptedException;

    /** Work that sleeps for a time; zero is allowed. */
    static Work lasting(Duration time) {
        return () -> Thread.sleep(time);
    }
}
