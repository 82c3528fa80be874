package workshop.cleanup;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;

import workshop.testkit.client.Answer;
import workshop.testkit.client.SocketClient;
import workshop.testkit.exercise.Exercise;
import workshop.testkit.server.ServerFiles;
import workshop.testkit.server.TestServer;
import workshop.testkit.wait.Patience;
import workshop.testkit.wait.Uninterrupted;

import static org.assertj.core.api.Assertions.assertThat;
import static workshop.testkit.exercise.Hint.hint;

/**
 * What a client meets once in a million requests, made to happen each time.
 */
@DisplayName("Step 03, the client leaves at an awkward moment")
@Order(4)
class AwkwardMomentTest {
    private static final Duration TIME_TO_DO_THE_WRONG_THING = Patience.of(Duration.ofMillis(500));
    private static final Duration LONG_ENOUGH_TO_END = Duration.ofSeconds(5); // on a busy machine, too

    private final ScriptedFile.Script script = new ScriptedFile.Script();
    private final AtomicReference<WatchedConnection> connection = new AtomicReference<>();
    @AutoClose
    private final TestServer server = TestServer.onDemand(ScriptedFile.served(script));

    @Exercise(hint = "StagingHandler: write the file first, and open the watch around the work then.")
    @Order(1)
    @DisplayName("A client that leaves while its file is written leaves nothing behind")
    void duringTheWrite() {
        try (var client = SocketClient.connect(server.uri(ScriptedFile.PATH))) {
            script.beforeWrite = file -> {
                client.close();
                if (WatchedConnection.ofThisThread().isWatched()) {
                    server.log().await(Notice.TEXT, 1, Notice.CAP);
                }
            };
            client.get(ScriptedFile.PATH);
            Notice.await(server, "The client left while the file was written, before the work");
            script.awaitWritten();
            assertThat(directory().awaitStaged(0, Notice.CAP))
                    .as("The staged files, while the work goes on. The client left while the file was written, and the notice came%n"
                                + "before the writing had ended: so the listener found no file to remove, and then there was one."
                                + " Nobody looks%nfor it any more. A watch that is opened behind file.write finds the file complete")
                    .isEmpty();
        }
    }

    @Exercise(hint = "StagingHandler: the listener removes the file, and logs, only if outcome.rollBack() has returned true.")
    @Order(2)
    @DisplayName("A client that leaves when the commit is decided, and the watch still open, is too late")
    void betweenDecisionAndEndOfWatch() {
        try (var client = atWork()) {
            hint("StagingHandler: no lock is needed beside the Outcome. Where there is one, it is free while the watch is closed.", () ->
                    connection.get().leaveAtTheEndOfTheWatch(server.gate()::open));
            Answer answer = client.answer();
            server.gate().awaitEnd();

            assertThat("status %d, %s".formatted(answer.status(), left()))
                    .as("What came of it. The work was done, the handler asked outcome.commit() and was about to close the watch; at%n"
                                + "that moment the client left, and the listener ran. The file stays, and nothing is logged. Most likely%n"
                                + "the listener does not ask outcome.rollBack() first, or does something although it returned false."
                                + " The log:%n%s%nWhat is left", server.log().lines())
                    .isIn("status 201, 1 committed, 0 staged, 0 notices",
                          "status 0, 0 committed, 0 staged, 1 notices"); // the handler asks only now, and learns of it in time
        }
    }

    @Exercise(hint = "StagingHandler: outcome.commit() comes first. If it returns true, file.commit() follows.")
    @Order(3)
    @DisplayName("A client that leaves when the file has just been renamed is too late")
    void afterTheRename() {
        try (var client = atWork()) {
            script.afterRename = file -> {
                client.close();
                if (connection.get().isWatched()) {
                    server.log().await(Notice.TEXT, 1, TIME_TO_DO_THE_WRONG_THING);
                }
            };
            server.gate().open();
            server.gate().awaitEnd();

            assertThat(left())
                    .as("What is left. The client left when the file had just been renamed, and anybody may have seen it by then. Where%n"
                                + "that is noticed, the log says 'Cleaning up.' of a file that stays: it was renamed before it was decided")
                    .isEqualTo("1 committed, 0 staged, 0 notices");
        }
    }

    @Exercise(hint = "StagingHandler: the listener removes the file before it returns. A watch can be closed only then: close it whatever"
            + " happens, as by a try that has it in its head.")
    @Order(4)
    @DisplayName("A request ends only when its file has been removed")
    void duringTheRemoval() {
        var begun = new CountDownLatch(1);
        var removal = new CountDownLatch(1);
        var waitedFor = new AtomicBoolean();
        script.beforeRollBack = file -> {
            waitedFor.set(connection.get().isHeldByThisThread());
            begun.countDown();
            Uninterrupted.await(removal, Notice.CAP);
        };
        try (var client = atWork()) {
            client.close();
            assertThat(Uninterrupted.await(begun, Notice.CAP)).as("Whether file.rollBack() was called when the client had left").isTrue();
            server.gate().open();
            if (waitedFor.get()) {
                connection.get().awaitHandler(LONG_ENOUGH_TO_END);
            } else {
                script.awaitEnd(LONG_ENOUGH_TO_END);
            }

            assertThat(script.end)
                    .as("The handler's end, while another thread is about to remove the file: the work is done, and the client gone.%n"
                                + "Nobody waits for the removal, and a server that stops now leaves the file behind. Most likely the listener%n"
                                + "leaves its work to a thread of its own, or the watch is not closed where the outcome is decided already;%n"
                                + "or the handler removes a file although outcome.commit() returned false: that is the listener's.%n"
                                + "The handler")
                    .isEqualTo("has not ended");
        } finally {
            removal.countDown();
        }
    }

    /** A client whose request is at work, under a watch. */
    private SocketClient atWork() {
        script.beforeWrite = file -> connection.set(WatchedConnection.ofThisThread());
        SocketClient client = SocketClient.connect(server.uri(ScriptedFile.PATH)).get(ScriptedFile.PATH);
        server.gate().awaitWork();
        assertThat(connection.get().isWatched()).as("Whether a CloseWatch is open during the work").isTrue();
        return client;
    }

    private String left() {
        return "%d committed, %d staged, %d notices".formatted(directory().committed().size(), directory().staged().size(),
                                                               server.log().count(Notice.TEXT));
    }

    private ServerFiles directory() {
        return new ServerFiles(server.directory());
    }
}
