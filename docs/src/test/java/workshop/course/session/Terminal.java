package workshop.course.session;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * A terminal in which commands run for real.
 */
final class Terminal implements AutoCloseable {
    private static final long CAP_MINUTES = 10;
    private static final long QUIET_MILLIS = 3000;

    private final List<String> lines = new ArrayList<>();
    private final Map<String, String> environment;
    private Path directory;
    private Process process;
    private Thread reader;

    Terminal(Path directory, Map<String, String> environment) {
        this.environment = environment;
        this.directory = directory;
    }

    /** Types a command. */
    void type(String command) throws IOException {
        if (command.startsWith("cd ")) {
            directory = directory.resolve(command.substring("cd ".length()).strip()).normalize();
            return;
        }
        var builder = new ProcessBuilder("setsid", "sh", "-c", command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        process = builder.start();
        process.getOutputStream().close();
        Process running = process;
        reader = Thread.ofVirtual().start(() -> read(running));
    }

    /** Presses Ctrl-C: all that was started here gets it. */
    void interrupt() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", "--", "-" + process.pid()).inheritIO().start().waitFor();
    }

    /** Waits until the command has ended, and takes its output. */
    List<String> untilTheEnd() throws InterruptedException {
        if (process == null) {
            return List.of();
        }
        if (!process.waitFor(CAP_MINUTES, TimeUnit.MINUTES)) {
            throw new AssertionError("A command does not end. Its output so far: " + lines);
        }
        reader.join();
        process = null;
        return take();
    }

    /** Waits for output of a command that goes on, and takes it; whatever there is, once nothing more seems to come. */
    List<String> until(Predicate<List<String>> enough) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(CAP_MINUTES);
        synchronized (lines) {
            int before = -1;
            while (!enough.test(lines) && System.nanoTime() < end && (lines.size() != before || lines.isEmpty())) {
                before = lines.size();
                lines.wait(QUIET_MILLIS);
            }
            return take();
        }
    }

    private List<String> take() {
        synchronized (lines) {
            var taken = List.copyOf(lines);
            lines.clear();
            return taken;
        }
    }

    private void read(Process running) {
        try (var output = new BufferedReader(new InputStreamReader(running.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                synchronized (lines) {
                    lines.add(line);
                    lines.notifyAll();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (process != null && process.isAlive()) {
            interrupt();
            process.waitFor(CAP_MINUTES, TimeUnit.MINUTES);
        }
    }
}
