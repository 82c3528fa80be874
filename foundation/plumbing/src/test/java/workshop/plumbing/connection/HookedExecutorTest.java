package workshop.plumbing.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("An executor with a hook around each task")
class HookedExecutorTest {
    private final List<Thread> hooks = new ArrayList<>();
    private final List<Thread> tasks = new ArrayList<>();

    @Test
    @DisplayName("calls it once for each task, however that is handed over, on the thread that hands it over")
    void each() throws InterruptedException, ExecutionException {
        Runnable task = () -> { };
        Callable<String> call = () -> "done";
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var hooked = new HookedExecutor(executor, this::hook);
            hooked.execute(task);
            hooked.submit(task).get();
            assertThat(hooked.submit(call).get()).isEqualTo("done");
            hooked.invokeAll(List.of(call, call));
        }

        assertThat(hooks).as("The threads on which the hook was called").hasSize(5).containsOnly(Thread.currentThread());
        assertThat(tasks).as("The threads on which what it returns was run").hasSize(5).doesNotContain(Thread.currentThread());
    }

    private Runnable hook(Runnable task) {
        hooks.add(Thread.currentThread());
        return () -> {
            task.run();
            synchronized (tasks) {
                tasks.add(Thread.currentThread());
            }
        };
    }
}
