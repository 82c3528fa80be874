package workshop.companion.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A step's server in a process of its own, which ends with this one.
 */
public final class ServerProcess {
    private static final int CAP_IN_SECONDS = 60;

    private final Process process;
    private final Thread output;

    private ServerProcess(Process process, Thread output) {
        this.process = process;
        this.output = output;
    }

    /**
     * Starts a server. If this process is told to stop, by Ctrl-C or SIGTERM, so is the server, and this process ends
     * after it and with its status.
     *
     * @param jar     the server
     * @param staged  whether it stages its files before it commits them
     * @param options options of its JVM, such as {@code -Dserver.port=0}
     * @param lines   takes what the server prints, and what to try once it listens
     * @return the server
     * @throws UncheckedIOException if it can't be started
     */
    public static ServerProcess start(Path jar, boolean staged, List<String> options, Consumer<String> lines) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-jar", jar.toString()));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectInput(Redirect.INHERIT)
                    .redirectError(Redirect.INHERIT)
                    .start();
            var hints = new CurlHints(OutputDirectory.of(options), staged,
                                      System.getProperty("os.name").startsWith("Windows"));
            var server = new ServerProcess(process, Thread.startVirtualThread(() -> pass(process, hints, lines)));
            Runtime.getRuntime().addShutdownHook(new Thread(server::endWithThisProcess));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Waits until the server has ended.
     *
     * @return its exit status
     * @throws InterruptedException if the wait is interrupted
     */
    public int await() throws InterruptedException {
        int status = process.waitFor();
        output.join();
        return status;
    }

    /**
     * Stops the server, as SIGTERM does, and waits until it has ended.
     *
     * @throws InterruptedException if the wait is interrupted
     */
    public void stop() throws InterruptedException {
        terminate();
        if (!process.waitFor(CAP_IN_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        await();
    }

    private void terminate() {
        process.toHandle().destroy(); // Process.destroy would close the output, too
    }

    private static void pass(Process process, CurlHints hints, Consumer<String> lines) {
        process.inputReader().lines().forEach(line -> {
            lines.accept(line);
            CurlHints.address(line).ifPresent(address -> hints.lines(address).forEach(lines));
        });
    }

    private void endWithThisProcess() {
        if (!process.isAlive()) {
            return;
        }
        try {
            if (process.supportsNormalTermination()) {
                terminate();
            } // elsewhere Ctrl-C has reached the server as well
            if (!process.waitFor(CAP_IN_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            Runtime.getRuntime().halt(await());
        } catch (InterruptedException e) {
            process.destroyForcibly();
        }
    }
}
