package workshop.testkit.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A server in a process of its own, started from {@code target/server.jar} as a user starts it.
 */
public final class ServerProcess implements AutoCloseable {
    private static final Path JAR = Path.of("target", "server.jar");
    private static final Duration CAP = Duration.ofSeconds(30);
    private static final List<String> QUICK_START = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    private static final String LISTENING = "Listening on ";

    private final Process process;
    private final List<String> output = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private final List<Thread> readers;
    private int openStreams = 2;

    private ServerProcess(Process process) {
        this.process = process;
        this.readers = List.of(read(process.getInputStream(), output), read(process.getErrorStream(), errors));
    }

    /**
     * Starts the server of the module whose folder is the working directory.
     *
     * @param properties  system properties, the strongest settings
     * @param environment environment variables that are added to those of this process
     * @return the process; it may still be starting
     */
    public static ServerProcess start(Map<String, String> properties, Map<String, String> environment) {
        if (!Files.exists(JAR)) {
            throw new AssertionError(JAR.toAbsolutePath() + " is not there: build it with ./mvnw package");
        }
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(QUICK_START);
        properties.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of("-jar", JAR.toString()));
        var builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        try {
            return new ServerProcess(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Waits until the server says that it accepts connections.
     *
     * @return its address, as printed
     * @throws AssertionError if it ends instead
     */
    public URI awaitListening() {
        return URI.create(awaitOutput(LISTENING, 1).getFirst().substring(LISTENING.length()));
    }

    /**
     * Waits for lines on standard output.
     *
     * @param part what each of them has in it
     * @param many how many there have to be
     * @return the lines so far that have it
     * @throws AssertionError if the process ends, or too much time passes, before there are so many
     */
    public synchronized List<String> awaitOutput(String part, int many) {
        long end = System.nanoTime() + CAP.toNanos();
        while (true) {
            List<String> lines = output.stream().filter(line -> line.contains(part)).toList();
            if (lines.size() >= many) {
                return lines;
            }
            if (openStreams == 0 || System.nanoTime() > end) {
                throw new AssertionError("The server printed %d lines with '%s', and not %d. Its output: %s, its errors: %s"
                                                 .formatted(lines.size(), part, many, output, errors));
            }
            pause();
        }
    }

    /**
     * Asks the process to stop, with SIGTERM where there are signals.
     */
    public void terminate() {
        process.toHandle().destroy(); // Process.destroy would also close the streams from which the last lines are read
    }

    /**
     * Waits until the process has ended and everything that it printed is here.
     *
     * @return its exit status
     * @throws AssertionError if it does not end
     */
    public int awaitExit() {
        try {
            if (!process.waitFor(CAP.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("The server still runs after " + CAP + ". Its output: " + output());
            }
            for (Thread reader : readers) {
                reader.join();
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("The test was interrupted", e);
        }
    }

    /**
     * @return the lines of its standard output so far
     */
    public synchronized List<String> output() {
        return List.copyOf(output);
    }

    /**
     * @return the lines of its standard error so far
     */
    public synchronized List<String> errors() {
        return List.copyOf(errors);
    }

    /**
     * Kills the process, as {@code kill -9} does, and waits until it is gone.
     */
    public void kill() {
        process.toHandle().destroyForcibly();
        awaitExit();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private Thread read(InputStream stream, List<String> lines) {
        return Thread.ofVirtual().start(() -> {
            try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    add(lines, line);
                }
            } catch (IOException e) {
                add(errors, "unreadable from here: " + e);
            } finally {
                ended();
            }
        });
    }

    private synchronized void add(List<String> lines, String line) {
        lines.add(line);
        notifyAll();
    }

    private synchronized void ended() {
        openStreams--;
        notifyAll();
    }

    private void pause() {
        try {
            wait(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("The test was interrupted", e);
        }
    }
}
