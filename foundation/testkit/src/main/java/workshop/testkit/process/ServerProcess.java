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

import org.apache.commons.io.function.Uncheck;

/**
 * A server in a process of its own.
 */
public final class ServerProcess {
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

    /** Starts a server, which may still be starting then; an {@link UncheckedIOException} if there can be no process. */
    public static ServerProcess start(ProcessBuilder command, ServerListener listener) {
        return new ServerProcess(Uncheck.get(command::start), listener);
    }

    /** The address of a server, if a line that it has printed is the one by which it says that it accepts connections. */
    public static Optional<URI> address(String line) {
        var listening = LISTENING.matcher(line);
        return listening.matches() ? Optional.of(URI.create(listening.group(1))) : Optional.empty();
    }

    /** The number by which the operating system knows it. */
    public long pid() {
        return process.pid();
    }

    /** Whether it has not ended. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Whether {@link #terminate()} lets it end by itself, as it does where there are signals. */
    public boolean supportsNormalTermination() {
        return process.supportsNormalTermination();
    }

    /** Asks it to stop, with SIGTERM where there are signals; elsewhere it is killed. */
    public void terminate() {
        process.toHandle().destroy(); // Process.destroy would also close the streams from which the last lines are read
    }

    /** Kills it, as {@code kill -9} does, and waits for nothing. */
    public void kill() {
        process.toHandle().destroyForcibly();
    }

    /** Waits until it has ended and the listener knows; returns its exit status. */
    public int awaitEnd() throws InterruptedException {
        end.join();
        return process.exitValue();
    }

    /** Waits until it has ended and the listener knows, and kills it if that takes longer than a time; returns its exit status. */
    public int endWithin(Duration cap) throws InterruptedException {
        if (!process.waitFor(cap.toMillis(), TimeUnit.MILLISECONDS)) {
            kill();
        }
        return awaitEnd();
    }

    /** Stops it: asks it to, and then waits for its end as {@link #endWithin} does; returns its exit status. */
    public int stop(Duration cap) throws InterruptedException {
        terminate();
        return endWithin(cap);
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
