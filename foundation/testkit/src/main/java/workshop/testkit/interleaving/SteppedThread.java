package workshop.testkit.interleaving;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import workshop.testkit.wait.Patience;

/**
 * A thread that goes on only when it is told to, and no further than before its next step: a look at a variable, a write, the
 * call of a method, or a lock to take. The code that it runs comes from a {@link SteppingLoader}.
 */
public final class SteppedThread {
    /** More than a call has; who goes round until another thread is done, lets it go on then. */
    static final int ALL = 100;

    private static final ThreadLocal<SteppedThread> CURRENT = new ThreadLocal<>();
    private static final Duration CAP = Duration.ofSeconds(2);

    private final String name;
    private final List<String> steps;
    private final Thread conductor = Thread.currentThread();
    private volatile Thread thread;
    private volatile boolean paused;
    private volatile boolean permitted;
    private boolean hasFailed;

    /**
     * A thread that is to come; the current one will tell it to go on.
     *
     * @param name  what its steps are named by
     * @param steps takes a line for each step, in the order in which they are taken
     */
    public SteppedThread(String name, List<String> steps) {
        this.name = name;
        this.steps = steps;
    }

    /** Makes the current thread this one: from here on it waits before each step. */
    public void begin() {
        CURRENT.set(this);
        thread = Thread.currentThread();
    }

    /**
     * Woven into the code: waits before a step.
     *
     * @param what what the step does
     * @param line where, in its source
     */
    public static void step(String what, int line) {
        SteppedThread current = CURRENT.get();
        if (current != null) {
            current.awaitPermit("%s in line %d".formatted(what, line));
        }
    }

    /**
     * Woven into the code: tells whether a weak compare-and-set fails although the value is the expected one, as it may. The first
     * one of a thread does, so that who tries again succeeds.
     *
     * @return whether it fails
     */
    public static boolean failsForNoReason() {
        SteppedThread current = CURRENT.get();
        return current != null && current.failsOnce();
    }

    /**
     * Woven into the code: tells whether a wait with a limit is over at once, so that no test waits for the limit.
     *
     * @return whether the current thread is a stepped one
     */
    public static boolean isStepping() {
        return CURRENT.get() != null;
    }

    /** Takes some steps, and stops before the next one: at most as many as there are, and none while it waits for another thread. */
    public void take(int many) {
        for (int i = 0; i < many && !hasEnded(); i++) {
            awaitPause();
            proceed();
        }
        awaitPause();
    }

    /** Takes all steps that there are, but for those that wait for another thread. */
    public void takeAll() {
        take(ALL);
    }

    /** Whether it has come to its end. */
    public boolean hasEnded() {
        Thread begun = thread;
        return begun != null && begun.getState() == Thread.State.TERMINATED;
    }

    @Override
    public String toString() {
        return name;
    }

    private void proceed() {
        if (paused) {
            paused = false;
            permitted = true;
            LockSupport.unpark(thread);
        }
    }

    /** Waits until it stands before a step, has ended, or waits for something else. */
    private void awaitPause() {
        long end = System.nanoTime() + Patience.of(CAP).toNanos();
        while (!hasEnded() && !paused && !isHeldUp()) {
            if (System.nanoTime() > end) {
                throw new AssertionError(name + " neither ends nor waits: does it go round in a loop?");
            }
            LockSupport.parkNanos(20_000);
        }
    }

    /** Whether it waits for something else than its next step. In this order: it may be just about to go on, or to pause. */
    private boolean isHeldUp() {
        return !permitted && waits() && !paused;
    }

    private boolean waits() {
        return thread != null && switch (thread.getState()) {
            case BLOCKED, WAITING, TIMED_WAITING -> true;
            case NEW, RUNNABLE, TERMINATED -> false;
        };
    }

    private void awaitPermit(String what) {
        paused = true;
        LockSupport.unpark(conductor);
        while (!permitted) {
            LockSupport.park(this);
        }
        permitted = false;
        steps.add("%-10s  %s".formatted(name, what));
    }

    private boolean failsOnce() {
        if (hasFailed) {
            return false;
        }
        hasFailed = true;
        steps.add(steps.removeLast() + ": it may fail for no reason, and does");
        return true;
    }
}
