package workshop.cleanup;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;

import workshop.testkit.wait.Patience;

/**
 * A call on a thread of its own that goes on only when it is told to, and no further than before its next step: a look at a
 * variable, a write, or the call of a method. The code that is called comes from a {@link SteppingLoader}.
 */
public final class SteppedCall {
    private static final ScopedValue<SteppedCall> CURRENT = ScopedValue.newInstance();
    private static final Duration CAP = Duration.ofSeconds(2);

    private final String name;
    private final List<String> steps;
    private final FutureTask<Boolean> task;
    private final Thread thread;
    private final Thread conductor = Thread.currentThread();
    private volatile boolean paused;
    private volatile boolean permitted;
    private boolean hasFailed;

    /**
     * A call that waits before its first step.
     *
     * @param method what to call; it has no parameters, and returns a boolean
     * @param object whose method it is
     * @param steps  takes a line for each step, in the order in which they are taken
     */
    SteppedCall(Method method, Object object, List<String> steps) {
        this.name = method.getName() + "()";
        this.steps = steps;
        this.task = new FutureTask<>(() -> (Boolean) invoke(method, object));
        this.thread = Thread.ofVirtual().unstarted(() -> ScopedValue.where(CURRENT, this).run(task));
    }

    /**
     * Woven into the code: waits before a step.
     *
     * @param what what the step does
     * @param line where, in its source
     */
    public static void step(String what, int line) {
        if (CURRENT.isBound()) {
            CURRENT.get().awaitPermit("%s in line %d".formatted(what, line));
        }
    }

    /**
     * Woven into the code: tells whether a weak compare-and-set fails although the value is the expected one, as it may. The first
     * one of a call does, so that who tries again succeeds.
     *
     * @return whether it fails
     */
    public static boolean failsForNoReason() {
        return CURRENT.isBound() && CURRENT.get().failsOnce();
    }

    /** Takes some steps, and stops before the next one: at most as many as there are, and none while it waits for the other call. */
    void take(int many) {
        for (int i = 0; i < many && !hasEnded(); i++) {
            awaitPause();
            proceed();
        }
        awaitPause();
    }

    boolean hasEnded() {
        return task.isDone();
    }

    /** What the call returned; it has ended. */
    boolean result() {
        return task.resultNow();
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

    /** Waits until it stands before a step, has ended, or waits for a lock. */
    private void awaitPause() {
        if (thread.getState() == Thread.State.NEW) {
            thread.start();
        }
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
        return switch (thread.getState()) {
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

    private static Object invoke(Method method, Object object) throws Exception {
        try {
            return method.invoke(object);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception failure ? failure : e;
        }
    }
}
