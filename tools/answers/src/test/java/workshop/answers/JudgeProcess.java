package workshop.answers;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A JVM with a {@link Judge}, like this one.
 */
final class JudgeProcess implements AutoCloseable {
    private static final List<String> HANDED_ON = List.of("wrong.answers", "workshop.patience");

    private final Duration limit;
    private final Path printed;
    private final Process process;
    private final ObjectOutputStream checks;
    private final ObjectInputStream decisions;

    /**
     * @param root   the root of the workshop
     * @param folder a folder for compiled classes
     * @param limit  how long a check may take: some mistakes make threads wait forever
     */
    JudgeProcess(Path root, Path folder, Duration limit) throws IOException {
        this.limit = limit;
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream().filter(option -> option.startsWith("-X")).forEach(command::add);
        for (String name : HANDED_ON) {
            if (System.getProperty(name) != null) {
                command.add("-D%s=%s".formatted(name, System.getProperty(name)));
            }
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Judge.class.getName(), root.toString(), folder.toString()));
        this.printed = Files.createTempFile(folder, "printed", ".txt");
        this.process = new ProcessBuilder(command).redirectError(printed.toFile()).start();
        this.checks = new ObjectOutputStream(process.getOutputStream());
        checks.flush();
        this.decisions = new ObjectInputStream(process.getInputStream());
    }

    /**
     * Has a check decided, and waits for it.
     *
     * @throws IOException if the JVM ends before, or the check takes too long
     */
    Decision decide(Check next) throws IOException, ClassNotFoundException {
        var late = new AtomicBoolean();
        var watch = CompletableFuture.runAsync(() -> {
            late.set(true);
            close();
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

    @Override
    public void close() {
        process.destroyForcibly().onExit().join(); // the folder may be removed then
    }
}
