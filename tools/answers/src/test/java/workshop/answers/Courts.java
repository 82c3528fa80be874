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
 * Some courts side by side: their tests wait most of the time.
 */
final class Courts implements AutoCloseable {
    private static final int COUNT = 4;

    private final Path root;
    private final Path folder;
    private final Duration limit;
    private final ExecutorService executor = Executors.newFixedThreadPool(COUNT);
    private final Queue<CourtJvm> free = new ConcurrentLinkedQueue<>();

    /**
     * @param root   the root of the workshop
     * @param folder a folder for compiled classes
     * @param limit  how long a case may take
     */
    Courts(Path root, Path folder, Duration limit) {
        this.root = root;
        this.folder = folder;
        this.limit = limit;
    }

    /**
     * Has a case decided as soon as one of them is free.
     *
     * @param next the case
     * @return the decision to come
     */
    Future<Decision> decide(Case next) {
        return executor.submit(() -> {
            CourtJvm court = free.poll();
            if (court == null) {
                court = new CourtJvm(root, folder, limit);
            }
            try {
                Decision decision = court.decide(next);
                free.add(court);
                return decision;
            } catch (IOException e) {
                court.close();
                throw e;
            }
        });
    }

    @Override
    public void close() {
        executor.shutdownNow();
        free.forEach(CourtJvm::close);
    }
}
