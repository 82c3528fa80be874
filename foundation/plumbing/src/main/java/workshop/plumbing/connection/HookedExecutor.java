package workshop.plumbing.connection;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/**
 * An executor that has something done around each task. The hook is called on the thread that hands the task over, and what it
 * returns is run in place of the task.
 */
public final class HookedExecutor extends AbstractExecutorService {
    private final ExecutorService executor;
    private final UnaryOperator<Runnable> hook;

    /**
     * @param executor runs the tasks
     * @param hook     makes what is run from a task
     */
    public HookedExecutor(ExecutorService executor, UnaryOperator<Runnable> hook) {
        this.executor = executor;
        this.hook = hook;
    }

    @Override
    public void execute(Runnable task) {
        executor.execute(hook.apply(task));
    }

    /** Without the task around the task that the inherited method would make: it costs memory for as long as a request waits. */
    @Override
    public Future<?> submit(Runnable task) {
        return executor.submit(hook.apply(task));
    }

    @Override
    public void shutdown() {
        executor.shutdown();
    }

    @Override
    public List<Runnable> shutdownNow() {
        return executor.shutdownNow();
    }

    @Override
    public boolean isShutdown() {
        return executor.isShutdown();
    }

    @Override
    public boolean isTerminated() {
        return executor.isTerminated();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        return executor.awaitTermination(timeout, unit);
    }
}
