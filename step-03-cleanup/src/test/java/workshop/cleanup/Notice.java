package workshop.cleanup;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

import workshop.testkit.server.ServerFiles;
import workshop.testkit.server.TestServer;
import workshop.testkit.wait.Patience;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The line of the log for a client that has left before the commit.
 */
final class Notice {
    /** What it says. */
    static final String TEXT = "The client closed the connection prematurely. Cleaning up.";

    /** How long it may take. */
    static final Duration CAP = Patience.of(Duration.ofSeconds(2));

    private static final Pattern FAILURE = Pattern.compile("\\w(Exception|Error)\\b");

    private Notice() {
    }

    /**
     * Waits for it.
     *
     * @param server  whose log it is
     * @param subject what has happened, as a sentence
     * @throws AssertionError if it does not come, or comes twice
     */
    static void await(TestServer server, String subject) {
        int notices = server.log().await(TEXT, 1, CAP);
        assertThat(notices)
                .as("%s. Within %d ms, the log has to have one line%n  %s%nIt has%s%n%s%nThe notices", subject, CAP.toMillis(), TEXT,
                    indented(server.log().lines()), notices == 0 ? whatIsMissing(server) : "More than one has cleaned up.")
                .isEqualTo(1);
    }

    /** Whether a line of the log comes with an exception. */
    static boolean tellsOfAFailure(String line) {
        return FAILURE.matcher(line).find();
    }

    private static String whatIsMissing(TestServer server) {
        if (server.log().count("The listener for a client that leaves has failed") > 0) {
            return "The listener was called, and has thrown an exception before it got there.";
        }
        return new ServerFiles(server.directory()).staged().isEmpty()
                ? "The staged file is gone: somebody has cleaned up. Most likely the log says it in other words, or not at all."
                : "The staged file is still there. Most likely no CloseWatch is open during the work, or its listener does not ask"
                        + " outcome.rollBack(), or asks when the outcome is decided already.";
    }

    private static String indented(List<String> lines) {
        return lines.isEmpty() ? " nothing" : "\n  " + String.join("\n  ", lines);
    }
}
