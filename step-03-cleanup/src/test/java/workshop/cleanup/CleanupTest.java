package workshop.cleanup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import workshop.testkit.client.Answer;
import workshop.testkit.client.SocketClient;
import workshop.testkit.client.WayOfLeaving;
import workshop.testkit.exercise.Exercise;
import workshop.testkit.server.ServerFiles;
import workshop.testkit.server.TestServer;
import workshop.testkit.wait.Patience;

import static org.assertj.core.api.Assertions.assertThat;
import static workshop.testkit.exercise.Hint.hint;

@DisplayName("Step 03, committed or rolled back")
@Order(3)
class CleanupTest extends LeavingScenario {
    private static final String TOO_LATE =
            "StagingHandler: if outcome.commit() returns false, the client was first: throw a CloseConnectionException, and let it pass.";
    private static final String NOT_INTERRUPTED = "StagingHandler: the listener interrupts nobody: the flag would hit whatever the handler"
            + " does then. In this step the work goes on; step 04 stops it.";
    private static final int REQUESTS = 20;
    private static final int STILL_IN_A_VARIABLE = 2; // of a thread that is just ending
    private static final Duration TO_COLLECT = Patience.of(Duration.ofSeconds(5)); // a busy machine ends its threads late

    CleanupTest() {
        super(Map.of());
    }

    static WayOfLeaving[] ways() {
        return WayOfLeaving.values();
    }

    @Test
    @Order(1)
    @DisplayName("Given: the work is performed on the thread that handles the request")
    void ownThread() {
        var script = new ScriptedFile.Script();
        var handler = new AtomicReference<Thread>();
        var worker = new AtomicReference<Thread>();
        script.beforeWrite = file -> handler.set(Thread.currentThread());
        try (var scripted = TestServer.start(ScriptedFile.served(script), () -> worker.set(Thread.currentThread()));
             var client = SocketClient.connect(scripted.uri(ScriptedFile.PATH)).get(ScriptedFile.PATH)) {
            client.answer();
        }
        hint("StagingHandler: call work.perform() in handle. Where another thread performs it, nobody stops it.", () ->
                assertThat(worker.get())
                        .as("The thread that has performed the work. A server that stops interrupts the one that handles the request")
                        .isSameAs(handler.get()));
    }

    @Test
    @Order(2)
    @DisplayName("Given: during the work the file is staged, and nobody can see it")
    void staged() throws IOException {
        try (var client = SocketClient.connect(server.uri("/a")).get("/a")) {
            server.gate().awaitWork();

            List<Path> staged = directory().staged();
            assertThat(staged).as("The files under .staging during the work").hasSize(1);
            assertThat(Files.readString(staged.getFirst())).as("The content of the staged file").isEqualTo("hello");
            assertThat(directory().committed()).as("The files that can be seen during the work").isEmpty();
            assertThat(server.log().lines()).as("The log").contains("new file " + staged.getFirst());
        }
    }

    @Exercise(hint = TOO_LATE)
    @Order(4)
    @DisplayName("The client leaves during the work: its file is removed at once, and then the connection is closed")
    void closesTheConnection() {
        var script = new ScriptedFile.Script();
        var connection = new AtomicReference<WatchedConnection>();
        script.beforeWrite = file -> connection.set(WatchedConnection.ofThisThread());
        try (var scripted = TestServer.start(ScriptedFile.served(script))) {
            try (var client = SocketClient.connect(scripted.uri(ScriptedFile.PATH)).get(ScriptedFile.PATH)) {
                scripted.gate().awaitWork();
            }
            Notice.await(scripted, "The client left, and the work goes on");
            connection.get().awaitListener();
            hint("StagingHandler: if outcome.rollBack() decided it, the listener calls file.rollBack(), and does not leave it to the handler.",
                 () -> assertThat(new ServerFiles(scripted.directory()).awaitStaged(0, Notice.CAP))
                         .as("The staged files, when the cleaning up is logged, and the work still goes on").isEmpty());
            scripted.gate().open();
            scripted.gate().awaitEnd();

            hint("StagingHandler: file.commit() comes behind outcome.commit(), and only if that returned true.", () -> assertThat(script.renames)
                    .as("How often file.commit() was called, although the file was removed before. Most likely it does not wait for%n"
                                + "outcome.commit() to return true; or the listener did not ask outcome.rollBack(). How often")
                    .isZero());
            hint(script.end.startsWith("threw a InterruptedException") ? NOT_INTERRUPTED : TOO_LATE, () -> assertThat(script.end)
                    .as("How the handler has ended when its work was done, and the client gone: it threw a CloseConnectionException,%n"
                                + "which closes the connection without a word. What it does else is answered with 500. The handler")
                    .startsWith("threw a CloseConnectionException"));
        }
    }

    @Exercise(hint = "StagingHandler: each request has an Outcome and a CloseWatch of its own. Open the watch in the head of a try.")
    @Order(6)
    @DisplayName("A connection that is kept alive serves one request after another, and each is watched")
    void keptAlive() {
        try (var client = SocketClient.connect(server.uri("/a"))) {
            for (String request : List.of("first", "second")) {
                server.gate().open();
                int status = client.get("/a").answer().status();
                assertThat(status).as("The status of the %s answer on one connection. %s", request, whyNone(status)).isEqualTo(201);
            }
            client.get("/a");
            server.gate().awaitEnd();
            server.gate().awaitEnd();
            server.gate().awaitWork();
        }
        Notice.await(server, "The client left during the third request on its connection");
    }

    private static String whyNone(int status) {
        return status == Answer.NONE.status()
                ? "The connection was closed, as if the client had left. Most likely several requests have one Outcome, and another one"
                        + " has decided for this one"
                : "The handler failed. Most likely the watch of the request before is still open: it is closed by a try that has it in"
                        + " its head, or by close()";
    }

    @Exercise(hint = "StagingArea.newFile gives each request a file of its own; roll back that one and no other.")
    @Order(7)
    @DisplayName("One client's abort leaves another's file alone")
    void ownFiles() {
        try (var leaving = SocketClient.connect(server.uri("/a")).get("/a")) {
            server.gate().awaitWork();
            try (var staying = SocketClient.connect(server.uri("/a")).get("/a")) {
                int logged = server.log().await("new file", 2, Notice.CAP);
                hint(logged == 0 ? "StagingHandler: the log says \"new file\" behind file.write, and before the work."
                             : "StagingHandler: no lock is needed for the work: handle is not synchronized.", () ->
                        assertThat(logged).as("New files in the log, of two requests that work. Where there is one, requests wait for each other")
                                .isEqualTo(2));
                server.gate().awaitWork();
                assertThat(directory().staged()).as("The staged files of two requests: each has one of its own").hasSize(2);
                leaving.close();
                Notice.await(server, "One of two clients has left");

                assertThat(directory().awaitStaged(1, Notice.CAP)).as("The staged files when one of two clients has left").hasSize(1);
                server.gate().openForGood();
                int status = staying.answer().status();
                hint("StagingHandler: each request has an Outcome of its own, in a local variable of handle. All requests share the fields.", () ->
                        assertThat(status).as("The status of the answer to the other. %s", whyNone(status)).isEqualTo(201));
            }
        }
        assertThat(directory().committed()).as("The committed files: one shared name would lose it").hasSize(1);
    }

    @Test
    @Order(8)
    @DisplayName("Given: the commit comes before the first byte of the answer")
    void commitBeforeAnswer() {
        var atAnswer = new AtomicReference<List<Path>>(List.of());
        server.beforeAnswer(() -> atAnswer.set(directory().committed()));
        server.gate().openForGood();
        try (var client = SocketClient.connect(server.uri("/a")).get("/a")) {
            assertThat(client.answer().status()).as("The status of the answer").isEqualTo(201);
        }
        assertThat(atAnswer.get())
                .as("The committed files when the answer is about to be sent. An answer that comes before the commit"
                            + " promises a file that may never be there")
                .hasSize(1);
    }

    @Test
    @Order(9)
    @DisplayName("Given: a client that leaves between the commit and the answer has its file")
    void leavesAfterCommit() {
        try (var client = SocketClient.connect(server.uri("/a")).get("/a")) {
            server.beforeAnswer(() -> {
                client.reset();
                server.log().await(Notice.TEXT, 1, Duration.ofMillis(500)); // time to do the wrong thing
            });
            server.gate().awaitWork();
            server.gate().open();
            server.gate().awaitEnd();
        }
        server.stop();
        assertThat(directory().committed())
                .as("The committed files. The request was committed, and only the answer could not be sent: the file stays")
                .hasSize(1);
        assertThat(server.log().count(Notice.TEXT)).as("Notices after a commit").isZero();
    }

    @Exercise(hint = TOO_LATE)
    @Order(10)
    @DisplayName("A request that is pipelined behind one whose client leaves never starts")
    void pipelined() {
        try (var client = SocketClient.connect(server.uri("/a")).get("/a")) {
            server.gate().awaitWork();
            client.get("/a");
            client.closeSending();
            Notice.await(server, "The client closed its sending side behind a second request, while the first one is at work");
            server.gate().openForGood();

            assertThat(client.untilClosed()).as("What the server sends to a client that has left").isEmpty();
        }
        server.stop();
        assertThat(server.log().count("new file")).as("Requests that started").isEqualTo(1);
        assertThat(directory().committed()).as("The committed files").isEmpty();
    }

    @Test
    @Order(11)
    @DisplayName("Given: HEAD and POST do the same work; HEAD is answered without a body")
    void anyMethod() {
        server.gate().openForGood();
        try (var client = SocketClient.connect(server.uri("/a"))) {
            assertThat(client.post("/a", 4, "body").answer().status()).as("The status of POST /a").isEqualTo(201);
            assertThat(client.request("HEAD", "/a").answerToHead().status()).as("The status of HEAD /a").isEqualTo(201);
            assertThat(client.get("/a").answer().body())
                    .as("The body that follows the answer to HEAD on the same connection")
                    .isEqualTo("File persisted.\n");
        }
        assertThat(directory().committed()).as("The committed files").hasSize(3);
    }

    @Test
    @Order(12)
    @DisplayName("Given: a client that leaves behind more input than is read ahead is as one that stayed")
    void behindALongBody() {
        int length = 4 * 64 * 1024;
        try (var client = SocketClient.connect(server.uri("/a")).post("/a", length, "x".repeat(length))) {
            server.gate().awaitWork();
            client.close();
            server.gate().open();
        }
        server.stop();

        assertThat(directory().committed()).as("The committed files: nobody could see that the client had left").hasSize(1);
        assertThat(server.log().count(Notice.TEXT)).as("Notices").isZero();
    }

    @Test
    @Order(13)
    @DisplayName("Given: when a request has ended, nothing of it is kept")
    void keepsNothing() {
        var script = new ScriptedFile.Script();
        try (var scripted = TestServer.start(ScriptedFile.served(script))) {
            scripted.gate().openForGood();
            for (int request = 0; request < REQUESTS; request++) {
                script.beforeWrite = request % 2 == 0 ? file -> { } : file -> {
                    throw new IOException("No space left on device, as this test wants");
                };
                try (var client = SocketClient.connect(scripted.uri(ScriptedFile.PATH)).get(ScriptedFile.PATH)) {
                    client.answer();
                }
            }
            int held = heldInTheEnd(script);
            hint("StagingHandler: what belongs to one request is in the variables of handle. What a field, a set or a map is given stays"
                         + " there until somebody takes it out, however the request ends.", () ->
                    assertThat(held)
                            .as("Staged files that the server still holds in memory, of %d requests, each of which has ended. One that%n"
                                        + "runs for months holds all that it ever had. Files", REQUESTS)
                            .isLessThanOrEqualTo(STILL_IN_A_VARIABLE));
        }
    }

    private static int heldInTheEnd(ScriptedFile.Script script) {
        long end = System.nanoTime() + TO_COLLECT.toNanos();
        int held = script.held();
        while (held > STILL_IN_A_VARIABLE && System.nanoTime() < end) {
            System.gc();
            held = script.held();
        }
        return held;
    }
}
