package workshop.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * The server of a step in a process of its own, started from its jar as a user starts it.
 */
final class StepServer {
    static final int PARTS = 4;

    private static final int CAP_IN_SECONDS = 10;

    private final Process process;
    private final Thread reader;

    private StepServer(Process process, Consumer<String> lines, IntConsumer end) {
        this.process = process;
        this.reader = Thread.startVirtualThread(() -> read(lines, end));
    }

    /**
     * Starts a server. It takes any free port.
     *
     * @param jar       the server
     * @param directory where its files go
     * @param settings  what it is started with
     * @param lines     takes each line that it prints
     * @param end       takes its exit status, after its last line
     * @throws UncheckedIOException if there can be no process
     */
    static StepServer start(Path jar, Path directory, Settings settings, Consumer<String> lines, IntConsumer end) {
        try {
            var command = List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                    "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8",
                    "-Djava.util.logging.config.file=" + logging(directory),
                    "-Dserver.host=localhost", "-Dserver.port=0",
                    "-Dworkshop.directory=" + directory,
                    "-Dworkshop.work-time=" + settings.work(),
                    "-Dworkshop.deadline=" + settings.deadline(),
                    "-Dworkshop.parts=" + PARTS,
                    "-jar", jar.toString());
            return new StepServer(new ProcessBuilder(command).redirectErrorStream(true).start(), lines, end);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long pid() {
        return process.pid();
    }

    /** Kills it, as {@code kill -9} does. */
    void kill() {
        process.toHandle().destroyForcibly();
    }

    /** Stops it, gracefully where there is SIGTERM, and waits until it has ended and its last line is told. */
    void stop() throws InterruptedException {
        process.toHandle().destroy();
        if (!process.waitFor(CAP_IN_SECONDS, TimeUnit.SECONDS)) {
            process.toHandle().destroyForcibly();
        }
        awaitEnd();
    }

    /** Waits until it has ended and its last line is told. */
    void awaitEnd() throws InterruptedException {
        reader.join();
    }

    private void read(Consumer<String> lines, IntConsumer end) {
        try (var reader = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.accept(line);
            }
        } catch (IOException e) {
            lines.accept("(its output can't be read any more: " + e.getMessage() + ")");
        }
        end.accept(status());
    }

    /** Waits for it; {@code Process.onExit} would never tell while this JVM shuts down. */
    private int status() {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts this thread", e);
        }
    }

    private static Path logging(Path directory) throws IOException {
        Path file = directory.resolveSibling(directory.getFileName() + "-logging.properties");
        return Files.writeString(file, LogLine.FORMAT_PROPERTIES);
    }
}
