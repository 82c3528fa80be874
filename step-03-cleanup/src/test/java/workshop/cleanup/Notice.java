package workshop.cleanup;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

import workshop.detection.CloseWatch;
import workshop.testkit.exercise.ThreadDump;
import workshop.testkit.server.ServerFiles;
import workshop.testkit.server.TestServer;
import workshop.testkit.wait.Patience;

import static org.assertj.core.api.Assertions.assertThat;
import static workshop.testkit.exercise.Hint.hint;

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
        Cause cause = cause(server, notices);
        hint(cause.hint, () -> assertThat(notices)
                .as("%s. Within %d ms, the log has to have one line%n  %s%nIt has%s%n%s%nThe notices", subject, CAP.toMillis(), TEXT,
                    indented(server.log().lines()), cause.seen)
                .isEqualTo(1));
    }

    /** Whether a line of the log comes with an exception. */
    static boolean tellsOfAFailure(String line) {
        return FAILURE.matcher(line).find();
    }

    /** Why the notices are not as they should be, most likely. */
    private enum Cause {
        LISTENER_WAITS("The listener has been called, and waits. Most likely it wants a lock that the handler holds during the work.",
                       "StagingHandler: hold no lock during the work. The Outcome decides between the handler and the listener."),
        LISTENER_FAILED("The listener was called, and has thrown an exception before it got there.",
                        "StagingHandler: what the watch's listener calls throws nothing; StagedFile.rollBack tells the log what it can't do."),
        TEXT_DIFFERS("The staged file is gone: somebody has cleaned up. Most likely the log says it in other words,"
                             + " or only when the work is done, or not at all.",
                     "StagingHandler: the line is part of what the server promises, to the letter: the listener logs CLIENT_GONE."),
        NOBODY_CLEANED_UP("The staged file is still there. Most likely no CloseWatch is open during the work, or its listener does not ask"
                                  + " outcome.rollBack(), or asks when the outcome is decided already.",
                          "StagingHandler: the watch's listener calls outcome.rollBack() and, if that decided it, file.rollBack()."),
        TWICE("More than one has cleaned up.", "StagingHandler: only who is told true by outcome.rollBack() cleans up, and logs it.");

        private final String seen;
        private final String hint;

        Cause(String seen, String hint) {
            this.seen = seen;
            this.hint = hint;
        }
    }

    private static Cause cause(TestServer server, int notices) {
        if (notices > 1) {
            return Cause.TWICE;
        }
        if (server.log().count("The listener for a client that leaves has failed") > 0) {
            return Cause.LISTENER_FAILED;
        }
        if (new ServerFiles(server.directory()).staged().isEmpty()) {
            return Cause.TEXT_DIFFERS;
        }
        return isInListener() ? Cause.LISTENER_WAITS : Cause.NOBODY_CLEANED_UP;
    }

    private static boolean isInListener() {
        long own = Thread.currentThread().threadId();
        return ThreadDump.now().threads().stream()
                .filter(thread -> thread.id() > own) // they are later, unless an earlier test has left them behind
                .flatMap(thread -> thread.frames().stream())
                .anyMatch(frame -> frame.getClassName().equals(CloseWatch.class.getName()) && frame.getMethodName().equals("notice"));
    }

    private static String indented(List<String> lines) {
        return lines.isEmpty() ? " nothing" : "\n  " + String.join("\n  ", lines);
    }
}
