package workshop.testkit.interleaving;

import java.util.List;
import java.util.concurrent.FutureTask;

/**
 * A call on a {@link SteppedThread} of its own.
 */
final class SteppedCall {
    private final SteppedThread stepped;
    private final FutureTask<Boolean> task;
    private final Thread thread;

    /**
     * A call that waits before its first step.
     *
     * @param call   what to call; it returns a boolean
     * @param object on what
     * @param steps  takes a line for each step, in the order in which they are taken
     */
    SteppedCall(Call call, Object object, List<String> steps) {
        this.stepped = new SteppedThread(call.toString(), steps);
        this.task = new FutureTask<>(() -> (Boolean) call.on(object));
        this.thread = Thread.ofVirtual().unstarted(() -> {
            stepped.begin();
            task.run();
        });
    }

    /** Takes some steps, as the thread does. */
    void take(int many) {
        if (thread.getState() == Thread.State.NEW) {
            thread.start();
        }
        stepped.take(many);
    }

    boolean hasEnded() {
        return stepped.hasEnded();
    }

    /** What the call returned; it has ended. */
    boolean result() {
        return task.resultNow();
    }

    @Override
    public String toString() {
        return stepped.toString();
    }
}
