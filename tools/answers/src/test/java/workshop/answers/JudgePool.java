package workshop.answers;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Some judges side by side: their tests wait most of the time.
 */
final class JudgePool implements AutoCloseable {
    private static final int COUNT = 6;

    private final Path root;
    private final Path folder;
    private final Duration limit;
    private final ExecutorService executor = Executors.newFixedThreadPool(COUNT);
    private final Queue<JudgeProcess> free = new ConcurrentLinkedQueue<>();

    /**
     * @param root   the root of the workshop
     * @param folder a folder for compiled classes
     * @param limit  how long a check may take
     */
    JudgePool(Path root, Path folder, Duration limit) {
        this.root = root;
        this.folder = folder;
        this.limit = limit;
    }

    /**
     * Has a check decided as soon as one of them is free.
     *
     * @param next the check
     * @return the decision to come
     */
    Future<Decision> decide(Check next) {
        return executor.submit(() -> {
            JudgeProcess judge = free.poll();
            if (judge == null) {
                judge = new JudgeProcess(root, folder, limit);
            }
            try {
                Decision decision = judge.decide(next);
                free.add(judge);
                return decision;
            } catch (IOException e) {
                judge.close();
                throw e;
            }
        });
    }

    @Override
    public void close() {
        executor.shutdownNow();
        free.forEach(JudgeProcess::close);
    }
}
