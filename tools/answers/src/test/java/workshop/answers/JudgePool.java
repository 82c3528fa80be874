package workshop.answers;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import workshop.answers.Judge.Check;
import workshop.answers.Judge.Decision;
import workshop.testkit.process.JavaCommand;

/**
 * Some judges side by side, each in a JVM like this one: their tests wait most of the time.
 */
final class JudgePool implements AutoCloseable {
    private static final int COUNT = 4;

    private final Path root;
    private final Path folder;
    private final Duration limit;
    private final ExecutorService executor = Executors.newFixedThreadPool(COUNT);
    private final Queue<JudgeProcess> free = new ConcurrentLinkedQueue<>();

    /**
     * @param root   the root of the workshop
     * @param folder a folder for compiled classes
     * @param limit  how long a check may take: some mistakes make threads wait forever
     */
    JudgePool(Path root, Path folder, Duration limit) {
        this.root = root;
        this.folder = folder;
        this.limit = limit;
    }

    /** Has a check decided as soon as one of them is free. */
    Future<Decision> decide(Check next) {
        return executor.submit(() -> {
            JudgeProcess judge = free.poll();
            if (judge == null) {
                judge = new JudgeProcess();
            }
            try {
                Decision decision = judge.decide(next);
                if (decision.last()) {
                    judge.end();
                } else {
                    free.add(judge);
                }
                return decision;
            } catch (IOException e) {
                judge.end();
                throw e;
            }
        });
    }

    @Override
    public void close() {
        executor.shutdownNow();
        free.forEach(JudgeProcess::end);
    }

    private final class JudgeProcess {
        private final Path printed = Files.createTempFile(folder, "printed", ".txt");
        private final Process process;
        private final ObjectOutputStream checks;
        private final ObjectInputStream decisions;

        JudgeProcess() throws IOException {
            var options = ManagementFactory.getRuntimeMXBean().getInputArguments().stream().filter(option -> option.startsWith("-X"));
            Map<String, String> properties = new HashMap<>();
            Stream.of("wrong.answers", "workshop.patience").filter(name -> System.getProperty(name) != null)
                    .forEach(name -> properties.put(name, System.getProperty(name)));
            this.process = new JavaCommand(options.toList()).with(properties)
                    .main(Judge.class, System.getProperty("java.class.path"), root.toString(), folder.toString())
                    .redirectError(printed.toFile())
                    .start();
            this.checks = new ObjectOutputStream(process.getOutputStream());
            checks.flush();
            this.decisions = new ObjectInputStream(process.getInputStream());
        }

        /** Waits for the decision; an {@link IOException} if the JVM ends before, or the check takes too long. */
        Decision decide(Check next) throws IOException, ClassNotFoundException {
            var late = new AtomicBoolean();
            var watch = CompletableFuture.runAsync(() -> {
                late.set(true);
                end();
            }, CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS));
            try {
                checks.writeObject(next);
                checks.flush();
                return (Decision) decisions.readObject();
            } catch (IOException e) {
                String how = late.get() ? "was ended after %s without a decision on".formatted(limit) : "has ended that was to decide";
                throw new IOException("The JVM %s %s. It printed:%n%s".formatted(how, next, Files.readString(printed)), e);
            } finally {
                watch.cancel(false);
            }
        }

        void end() {
            process.destroyForcibly().onExit().join(); // the folder may be removed then
        }
    }
}
