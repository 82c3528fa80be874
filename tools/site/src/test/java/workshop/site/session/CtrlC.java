package workshop.site.session;

import java.io.IOException;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

/**
 * Whether Ctrl-C (SIGINT) can end what is started here. In a background job of a script it is ignored, all that is started
 * there inherits that, and no shell may take it back (POSIX, 2.11).
 */
final class CtrlC {
    private CtrlC() {
    }

    /** Skips a test that presses Ctrl-C where nothing would end by it. */
    static void assumeHeard() throws IOException {
        assumeFalse(isIgnoredAfter(":"),
                    "Ctrl-C ends nothing here: this JVM was started with SIGINT ignored, as in a background job of a script");
    }

    /** Has a shell, after a command of its own, send SIGINT to itself: does it live on? */
    static boolean isIgnoredAfter(String command) throws IOException {
        var shell = new ProcessBuilder("sh", "-c", command + "; kill -INT $$; echo alive").start();
        try (var output = shell.inputReader()) {
            return "alive".equals(output.readLine());
        }
    }
}
