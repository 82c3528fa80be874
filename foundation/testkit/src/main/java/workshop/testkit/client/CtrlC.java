package workshop.testkit.client;

import java.io.IOException;

import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

/**
 * Ctrl-C (SIGINT), for what a test has started. In a background job of a script it is ignored, all that is started there inherits
 * that, and no shell may take it back (POSIX, 2.11).
 */
public final class CtrlC {
    private CtrlC() {
    }

    /** Skips a test that presses Ctrl-C where nothing would end by it. */
    public static void assumeHeard() {
        assumeFalse(isIgnoredAfter(":"),
                    "Ctrl-C ends nothing here: this JVM was started with SIGINT ignored, as in a background job of a script");
    }

    /** Presses it in front of a process, or, where the number is negative, of a process group. */
    public static void press(long process) {
        run("kill -s INT -- " + process);
    }

    /** Has a shell, after a command of its own, send SIGINT to itself: does it live on? */
    static boolean isIgnoredAfter(String command) {
        return run(command + "; kill -INT $$; echo alive").equals("alive");
    }

    /** What a shell prints. */
    private static String run(String command) {
        try (var output = new ProcessBuilder("sh", "-c", command).start().inputReader()) {
            return String.join("", output.readAllLines());
        } catch (IOException e) {
            return abort("there is no shell here to send SIGINT with");
        }
    }
}
