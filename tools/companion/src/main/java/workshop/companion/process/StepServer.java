package workshop.companion.process;

import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.apache.commons.io.function.Uncheck;

import workshop.companion.CommandName;
import workshop.model.Step;

/**
 * A step's server in a process of its own, which ends with this one.
 */
public final class StepServer {
    private static final int FIRST_THAT_STAGES = 3;

    private final Process process;
    private final Thread output;

    private StepServer(Process process, Thread output) {
        this.process = process;
        this.output = output;
    }

    /**
     * Starts a server. If this process is told to stop, by Ctrl-C or SIGTERM, so is the server, and this process ends
     * after it and with its status.
     *
     * @param options options of its JVM, such as {@code -Dserver.port=0}
     * @param stop    what stops it, in a sentence
     * @param lines   takes what the server prints, and what to try once it listens
     * @return the server
     */
    public static StepServer start(Step step, Path jar, List<String> options, String stop, Consumer<String> lines) {
        var arguments = new ArrayList<>(options);
        arguments.addAll(List.of("-jar", jar.toString()));
        Process process = Uncheck.get(() -> ChildJvm.with(arguments)
                .redirectInput(Redirect.INHERIT)
                .redirectError(Redirect.INHERIT)
                .start());
        var hints = new CurlHints(ServerDirectory.of(options), step.number() >= FIRST_THAT_STAGES, CommandName.isOnWindows());
        var server = new StepServer(process, Thread.startVirtualThread(() -> pass(process, hints, stop, lines)));
        Runtime.getRuntime().addShutdownHook(new Thread(server::endWithThisProcess));
        return server;
    }

    private static void pass(Process process, CurlHints hints, String stop, Consumer<String> lines) {
        process.inputReader().lines().forEach(line -> {
            lines.accept(line);
            CurlHints.address(line).ifPresent(address -> hints.lines(address, stop).forEach(lines));
        });
    }

    /**
     * Waits until the server has ended.
     *
     * @return its exit status
     */
    public int await() throws InterruptedException {
        int status = process.waitFor();
        output.join();
        return status;
    }

    /** Stops the server, as SIGTERM does, and waits until it has ended. */
    public void stop() throws InterruptedException {
        ChildJvm.stop(process);
        await();
    }

    private void endWithThisProcess() {
        if (!process.isAlive()) {
            return;
        }
        if (process.supportsNormalTermination()) {
            ChildJvm.stop(process);
        } else {
            ChildJvm.awaitEnd(process); // Ctrl-C has reached the server as well
        }
        try {
            Runtime.getRuntime().halt(await());
        } catch (InterruptedException e) {
            process.destroyForcibly();
        }
    }
}
