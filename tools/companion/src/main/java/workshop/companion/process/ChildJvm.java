package workshop.companion.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A Java program in a process of its own, on the JDK that runs this one.
 */
public final class ChildJvm {
    private static final int CAP_IN_SECONDS = 60;

    private ChildJvm() {
    }

    /** A process to be started. */
    public static ProcessBuilder with(List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        return new ProcessBuilder(command);
    }

    /**
     * Runs a program to its end, with the input and output of this one. If this one is told to stop, so is the program.
     *
     * @return its exit status
     */
    public static int run(List<String> arguments) throws IOException, InterruptedException {
        Process program = with(arguments).inheritIO().start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(program)));
        return program.waitFor();
    }

    /** Stops it, as SIGTERM does, and waits until it has ended. */
    static void stop(Process program) {
        program.toHandle().destroy(); // Process.destroy would close the output, too
        awaitEnd(program);
    }

    /** Waits until it has ended, and kills it where that takes too long. */
    static void awaitEnd(Process program) {
        try {
            if (!program.waitFor(CAP_IN_SECONDS, TimeUnit.SECONDS)) {
                program.destroyForcibly();
            }
        } catch (InterruptedException e) {
            program.destroyForcibly();
        }
    }
}
