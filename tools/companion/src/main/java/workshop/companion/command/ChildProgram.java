package workshop.companion.command;

import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import workshop.companion.CommandName;
import workshop.model.Step;
import workshop.testkit.process.JavaCommand;
import workshop.testkit.process.ServerListener;
import workshop.testkit.process.ServerProcess;

/**
 * A Java program in a process of its own, which ends with this one. If this process is told to stop, by Ctrl-C or SIGTERM, so is
 * the program, and this process ends after it and with its status.
 */
public final class ChildProgram {
    /** The longest time that a stop may take. */
    public static final Duration CAP = Duration.ofMinutes(1);

    private ChildProgram() {
    }

    /**
     * Runs a program to its end, with the input and output of this one, and so with its encoding.
     *
     * @param options options of its JVM
     * @return its exit status
     */
    static int run(List<String> options, Path jar, List<String> arguments) throws InterruptedException {
        ProcessBuilder command = new JavaCommand(options).with(Map.of("stdout.encoding", System.getProperty("stdout.encoding")))
                .jar(jar).inheritIO();
        command.command().addAll(arguments);
        return start(command, _ -> { }).awaitEnd();
    }

    /**
     * Starts the server of a step.
     *
     * @param options options of its JVM, such as {@code -Dserver.port=0}
     * @param stop    what stops it, in a sentence
     * @param lines   takes what the server prints, and what to try once it listens
     */
    public static ServerProcess server(Step step, Path jar, List<String> options, String stop, Consumer<String> lines) {
        var hints = new CurlHints(options, step.number(), CommandName.isOnWindows());
        var command = new JavaCommand(options).jar(jar).redirectInput(Redirect.INHERIT).redirectError(Redirect.INHERIT);
        return start(command, line -> {
            lines.accept(line);
            ServerProcess.address(line).ifPresent(address -> hints.lines(address, stop).forEach(lines));
        });
    }

    /**
     * Runs a program to its end, with the input and errors of this one.
     *
     * @param lines takes what it prints
     * @return its exit status
     */
    static int run(List<String> options, Path jar, List<String> arguments, Consumer<String> lines) throws InterruptedException {
        ProcessBuilder command = new JavaCommand(options).jar(jar).redirectInput(Redirect.INHERIT).redirectError(Redirect.INHERIT);
        command.command().addAll(arguments);
        return start(command, lines::accept).awaitEnd();
    }

    private static ServerProcess start(ProcessBuilder command, ServerListener listener) {
        var program = ServerProcess.start(command, listener);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> endWithThisProcess(program)));
        return program;
    }

    private static void endWithThisProcess(ServerProcess program) {
        if (!program.isAlive()) {
            return;
        }
        try { // where there are no signals, Ctrl-C has reached the program as well
            Runtime.getRuntime().halt(program.supportsNormalTermination() ? program.stop(CAP) : program.endWithin(CAP));
        } catch (InterruptedException e) {
            program.kill();
        }
    }
}
