package workshop.testkit.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A server in a process of its own.
 */
public final class ServerProcess implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("Listening on (http://\\S+)");

    private final Process process;
    private final ServerListener listener;
    private final Thread end;

    private ServerProcess(Process process, ServerListener listener) {
        this.process = process;
        this.listener = listener;
        Thread errors = Thread.startVirtualThread(() -> read(process.errorReader(StandardCharsets.UTF_8), listener::printedError));
        this.end = Thread.startVirtualThread(() -> {
            read(process.inputReader(StandardCharsets.UTF_8), listener::printed);
            tellEnd(errors);
        });
    }

    /**
     * Starts a server.
     *
     * @param command  what starts it, see {@link JavaCommand}
     * @param listener takes what it prints, and its end
     * @return the process; the server may still be starting
     * @throws UncheckedIOException if there can be no process
     */
    public static ServerProcess start(ProcessBuilder command, ServerListener listener) {
        try {
            return new ServerProcess(command.start(), listener);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads the line by which a server says that it accepts connections.
     *
     * @param line a line that it has printed
     * @return its address, if it is that line
     */
    public static Optional<URI> address(String line) {
        var listening = LISTENING.matcher(line);
        return listening.matches() ? Optional.of(URI.create(listening.group(1))) : Optional.empty();
    }

    /**
     * @return the number by which the operating system knows it
     */
    public long pid() {
        return process.pid();
    }

    /**
     * @return whether it has not ended
     */
    public boolean isAlive() {
        return process.isAlive();
    }

    /**
     * @return whether {@link #terminate()} lets it end by itself, as it does where there are signals
     */
    public boolean supportsNormalTermination() {
        return process.supportsNormalTermination();
    }

    /**
     * Asks it to stop, with SIGTERM where there are signals; elsewhere it is killed.
     */
    public void terminate() {
        process.toHandle().destroy(); // Process.destroy would also close the streams from which the last lines are read
    }

    /**
     * Kills it, as {@code kill -9} does.
     */
    public void kill() {
        process.toHandle().destroyForcibly();
    }

    /**
     * Waits until it has ended and the listener knows.
     *
     * @return its exit status
     * @throws InterruptedException if the wait is interrupted
     */
    public int awaitEnd() throws InterruptedException {
        end.join();
        return process.exitValue();
    }

    /**
     * Waits until it has ended and the listener knows, and kills it if it takes too long.
     *
     * @param cap the longest time it may take
     * @return its exit status
     * @throws InterruptedException if the wait is interrupted
     */
    public int endWithin(Duration cap) throws InterruptedException {
        if (!process.waitFor(cap.toMillis(), TimeUnit.MILLISECONDS)) {
            kill();
        }
        return awaitEnd();
    }

    /**
     * Stops it: {@link #terminate()}, and then {@link #endWithin(Duration)}.
     *
     * @param cap the longest time that the stop may take
     * @return its exit status
     * @throws InterruptedException if the wait is interrupted
     */
    public int stop(Duration cap) throws InterruptedException {
        terminate();
        return endWithin(cap);
    }

    /**
     * Kills it, if it still runs, and waits for nothing.
     */
    @Override
    public void close() {
        kill();
    }

    private static void read(BufferedReader stream, Consumer<String> lines) {
        try (stream) {
            for (String line = stream.readLine(); line != null; line = stream.readLine()) {
                lines.accept(line);
            }
        } catch (IOException e) {
            lines.accept("(its output can't be read any more: " + e.getMessage() + ")");
        }
    }

    /** It waits for the process: {@code Process.onExit} would never tell while this JVM shuts down. */
    private void tellEnd(Thread errors) {
        try {
            errors.join();
            listener.ended(process.waitFor());
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts this thread", e);
        }
    }
}
