package workshop.site.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

import workshop.testkit.client.CtrlC;

/**
 * A terminal in which commands run for real. A process group of the system is all that it needs: a library with terminals of
 * its own would bring native code, and the width and colours of a screen into what is compared.
 */
final class Terminal implements AutoCloseable {
    private static final long CAP_MINUTES = 5;
    private static final long LOOK_MILLIS = 500;
    private static final long QUIET_MILLIS = 8000;

    private final List<String> lines = new ArrayList<>();
    private final Map<String, String> environment;
    private Path directory;
    private Process process;
    private Thread reader;
    private long lastLine;

    Terminal(Path directory, Map<String, String> environment) {
        this.environment = environment;
        this.directory = directory;
    }

    void type(String command) throws IOException {
        if (command.startsWith("cd ")) {
            directory = directory.resolve(command.substring("cd ".length()).strip()).normalize();
            return;
        }
        var builder = new ProcessBuilder("setsid", "sh", "-c", command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        process = builder.start();
        process.getOutputStream().close();
        Stream<String> output = process.inputReader(StandardCharsets.UTF_8).lines();
        reader = Thread.ofVirtual().start(() -> output.forEach(this::print));
    }

    /** Presses Ctrl-C: all that was started here gets it. */
    void interrupt() {
        CtrlC.press(-process.pid());
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

    /** Waits for the output of a command that goes on, and takes it: all there is when the time is over. */
    List<String> until(Predicate<List<String>> enough) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(CAP_MINUTES);
        synchronized (lines) {
            while (!enough.test(lines) && System.nanoTime() < end) {
                lines.wait(LOOK_MILLIS);
            }
            return take();
        }
    }

    /** Waits until a command that goes on has printed something and then nothing for a while, and takes that. */
    List<String> untilQuiet(Predicate<String> counts) throws InterruptedException {
        return until(printed -> printed.stream().anyMatch(counts) && isQuiet());
    }

    private boolean isQuiet() {
        return System.nanoTime() - lastLine > TimeUnit.MILLISECONDS.toNanos(QUIET_MILLIS);
    }

    private List<String> take() {
        synchronized (lines) {
            var taken = List.copyOf(lines);
            lines.clear();
            return taken;
        }
    }

    private void print(String line) {
        synchronized (lines) {
            lines.add(line);
            lastLine = System.nanoTime();
            lines.notifyAll();
        }
    }

    @Override
    public void close() throws InterruptedException {
        if (process != null && process.isAlive()) {
            interrupt();
            process.waitFor(CAP_MINUTES, TimeUnit.MINUTES);
        }
    }
}
