package workshop.companion;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import org.apache.commons.io.function.Uncheck;

import workshop.testkit.process.JavaCommand;

/**
 * A command in a process of its own, with what it prints.
 */
final class CommandProcess implements AutoCloseable {
    private static final Duration CAP = Duration.ofMinutes(3); // it may have to build first

    private final Process process;
    private final LinkedBlockingQueue<String> unread = new LinkedBlockingQueue<>();
    private final List<String> read = new ArrayList<>();
    private final Thread reader;

    private CommandProcess(Process process) {
        this.process = process;
        this.reader = Thread.startVirtualThread(this::read);
    }

    private void read() {
        try {
            process.inputReader(StandardCharsets.UTF_8).lines().forEach(unread::add);
        } catch (UncheckedIOException e) {
            // the process has been ended, and with it its output
        }
    }

    /** Runs this program. */
    static CommandProcess workshop(String... arguments) {
        return workshop(List.of(), arguments);
    }

    /** Runs this program in a JVM with options. */
    static CommandProcess workshop(List<String> options, String... arguments) {
        return start(new JavaCommand(options).main(Main.class, System.getProperty("java.class.path"), arguments));
    }

    static CommandProcess start(ProcessBuilder builder) {
        return new CommandProcess(Uncheck.get(builder.redirectErrorStream(true)::start));
    }

    /** Waits for a line. */
    String awaitLine(Predicate<String> wanted) throws InterruptedException {
        long end = System.nanoTime() + CAP.toNanos();
        while (true) {
            String line = unread.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (line == null) {
                throw new AssertionError("The line did not come. What came: " + read);
            }
            read.add(line);
            if (wanted.test(line)) {
                return line;
            }
        }
    }

    /** Types a key. */
    void type(char key) {
        Uncheck.run(() -> {
            process.getOutputStream().write(key);
            process.getOutputStream().flush();
        });
    }

    /** Sends SIGTERM. */
    void terminate() {
        process.destroy();
    }

    /** Waits for the end. */
    int status() throws InterruptedException {
        if (!process.waitFor(CAP)) {
            throw new AssertionError("The command still runs. What it printed: " + lines());
        }
        reader.join(CAP);
        return process.exitValue();
    }

    List<String> lines() {
        unread.drainTo(read);
        return read;
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
