package workshop.testkit.process;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import workshop.plumbing.wait.CappedWait;

/**
 * The server of a module in a process of its own, started from {@code target/server.jar} as a user starts it. What it
 * prints is recorded, for a test.
 */
public final class RecordedServer implements AutoCloseable {
    private static final Path JAR = Path.of("target", "server.jar");
    private static final Duration CAP = Duration.ofSeconds(30);
    private static final String LISTENING = "Listening on ";

    private final List<String> output = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private final ServerProcess process;
    private Integer status;

    private RecordedServer(ProcessBuilder command) {
        this.process = ServerProcess.start(command, new Recorder());
    }

    /** Writes down what the process does; it may be told before there is a {@link #process}. */
    private final class Recorder implements ServerListener {
        @Override
        public void printed(String line) {
            change(() -> output.add(line));
        }

        @Override
        public void printedError(String line) {
            change(() -> errors.add(line));
        }

        @Override
        public void ended(int exitStatus) {
            change(() -> status = exitStatus);
        }
    }

    /** Starts the server of the module whose folder is the working directory. The environment is added to that of this process. */
    public static RecordedServer start(Map<String, String> properties, Map<String, String> environment) {
        return start(Path.of(""), properties, environment);
    }

    /** Starts the server of the module that has a folder. The environment is added to that of this process. */
    public static RecordedServer start(Path module, Map<String, String> properties, Map<String, String> environment) {
        Path jar = module.resolve(JAR);
        if (!Files.exists(jar)) {
            throw new AssertionError(jar.toAbsolutePath() + " is not there: build it with ./mvnw package");
        }
        ProcessBuilder command = new JavaCommand(JavaCommand.QUICK_START).sharing(jar.resolveSibling("server.jsa")).with(properties).jar(jar);
        command.environment().putAll(environment);
        return new RecordedServer(command);
    }

    /** Waits for the address at which the server says that it accepts connections; an {@link AssertionError} if it ends instead. */
    public URI awaitListening() {
        return ServerProcess.address(awaitOutput(LISTENING, 1).getFirst()).orElseThrow();
    }

    /** Waits for so many lines on standard output with a text in them; an {@link AssertionError} if they don't come. */
    public synchronized List<String> awaitOutput(String part, int many) {
        CappedWait.until(this, CAP, () -> status != null || lines(part).size() >= many);
        List<String> lines = lines(part);
        if (lines.size() < many) {
            throw new AssertionError("The server printed %d lines with '%s', and not %d. Its output: %s, its errors: %s"
                                             .formatted(lines.size(), part, many, output, errors));
        }
        return lines;
    }

    /** Asks the process to stop, with SIGTERM where there are signals. */
    public void terminate() {
        process.terminate();
    }

    /** Waits for its exit status. Everything that it printed is here then. An {@link AssertionError} if it does not end. */
    public synchronized int awaitExit() {
        CappedWait.until(this, CAP, () -> status != null);
        if (status == null) {
            throw new AssertionError("The server still runs after " + CAP + ". Its output: " + output);
        }
        return status;
    }

    /** Like {@link #awaitExit()}, without having listened. What is said otherwise begins the {@link AssertionError} if it listens. */
    public synchronized int awaitRefusal(String otherwise) {
        CappedWait.until(this, CAP, () -> status != null || !lines(LISTENING).isEmpty());
        if (!lines(LISTENING).isEmpty()) {
            throw new AssertionError(otherwise + ". Its output: " + output);
        }
        return awaitExit();
    }

    /** The lines of its standard output so far. */
    public synchronized List<String> output() {
        return List.copyOf(output);
    }

    /** The lines of its standard error so far. */
    public synchronized List<String> errors() {
        return List.copyOf(errors);
    }

    /** Kills the process, as {@code kill -9} does, and waits until it is gone. */
    public void kill() {
        process.kill();
        awaitExit();
    }

    @Override
    public void close() {
        process.kill();
    }

    private List<String> lines(String part) {
        return output.stream().filter(line -> line.contains(part)).toList();
    }

    private synchronized void change(Runnable change) {
        change.run();
        notifyAll();
    }
}
