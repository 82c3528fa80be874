package workshop.cleanup;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import workshop.detection.CloseWatch;
import workshop.testkit.client.Answer;
import workshop.testkit.client.SocketClient;
import workshop.testkit.exercise.Exercise;
import workshop.testkit.server.ServerFiles;
import workshop.testkit.server.TestServer;
import workshop.testkit.wait.Uninterrupted;

import static org.assertj.core.api.Assertions.assertThat;
import static workshop.testkit.exercise.Hint.hint;

@DisplayName("Step 03, something fails")
@Order(5)
class FailureTest {
    @Exercise(hint = "StagingHandler: a finally block rolls back whatever is not committed, and the rename comes before the answer.")
    @Order(1)
    @DisplayName("Work that throws is answered with 500, and rolled back")
    void workFails() {
        var failure = new AtomicReference<Throwable>();
        var worker = new AtomicReference<Thread>();
        var times = new AtomicInteger();
        var script = new ScriptedFile.Script();
        try (var server = TestServer.start(ScriptedFile.served(script), () -> {
            worker.set(Thread.currentThread());
            times.incrementAndGet();
            fail(failure.get());
        })) {
            var directory = new ServerFiles(server.directory());
            for (Throwable each : List.of(new IllegalStateException("as this test wants"), new NoClassDefFoundError("as this test wants"),
                                          new InterruptedException("as this test wants"))) {
                failure.set(each);
                times.set(0);
                var seen = new CountDownLatch(1);
                script.beforeRollBack = file -> {
                    if (Thread.currentThread() != worker.get()) {
                        Uninterrupted.await(seen, Notice.CAP);
                    }
                };
                try (var client = SocketClient.connect(server.uri(ScriptedFile.PATH)).get(ScriptedFile.PATH)) {
                    int status = client.answer().status();
                    hint("StagingHandler: call work.perform() once, and let pass what it throws. An interrupt says that the server stops.", () ->
                            assertThat(times).as("How often the work was performed for one request, where it throws %s: whoever tries again%n"
                                                         + "pays twice, and does not stop when the server does", each).hasValue(1));
                    hint("StagingHandler: what the work throws passes as it is, and Helidon answers 500: not on a thread that is interrupted again."
                                 + " A CloseConnectionException is for a client that has left.", () ->
                            assertThat(status).as("The status when the work throws %s", each).isEqualTo(500));
                }
                assertThat(directory.staged())
                        .as("What is left under .staging when the work has thrown %s, and the client has its answer. Where another thread%n"
                                    + "removes the file, nobody waits for it, and a server that stops now leaves the file behind", each)
                        .isEmpty();
                seen.countDown();
                assertThat(directory.committed()).as("The committed files when the work has thrown %s", each).isEmpty();
                hint("StagingHandler: only the watch's listener logs CLIENT_GONE.", () -> assertThat(server.log().count(Notice.TEXT))
                        .as("Notices when the work has thrown %s, and the client is there", each).isZero());
            }
            try (var client = SocketClient.connect(server.uri("/a"))) {
                failure.set(new IllegalStateException("as this test wants"));
                Answer answer = client.get("/a").answer();
                hint("StagingHandler: status and Location are set behind the commit. Helidon sends Location with its 500, too.", () ->
                        assertThat(answer.headers())
                                .as("The head of the answer when the work has thrown: there is no file that it could name")
                                .doesNotContain("Location"));
                failure.set(null);
                hint("StagingHandler: the watch is closed whatever happens, as by a try that has it in its head.", () ->
                        assertThat(client.get("/a").answer().status())
                                .as("The status of the next request on the same connection, whose work does not throw. Most likely the%n"
                                            + "watch of the request before is still open, whose work has thrown")
                                .isEqualTo(201));
                assertThat(directory.committed())
                        .as("The committed files, when the client has its answer. If there is none, the answer went before file.commit()")
                        .hasSize(1);
            }
        }
    }

    @Exercise(hint = "StagingHandler: file.write and CloseWatch.open are inside the try whose finally rolls back, whatever is thrown.")
    @Order(2)
    @DisplayName("A disk that is full in the middle of the file is answered with 500, and what is there of the file is removed")
    void writeFails() {
        failsBesideTheFile("file.write has written a part, and then thrown an IOException", FailureTest::fillDisk);
        failsBesideTheFile("file.write has written a part, and then thrown an Error", file -> {
            Files.writeString(file.path(), "he");
            throw new NoClassDefFoundError("as this test wants");
        });
        failsBesideTheFile("the file has been written, and then CloseWatch.open has thrown an exception", file -> CloseWatch.open(() -> { }));
    }

    private static void failsBesideTheFile(String what, ScriptedFile.Moment failing) {
        var script = new ScriptedFile.Script();
        script.beforeWrite = failing;
        try (var server = TestServer.start(ScriptedFile.served(script));
             var client = SocketClient.connect(server.uri(ScriptedFile.PATH)).get(ScriptedFile.PATH)) {
            assertThat(client.answer().status()).as("The status when %s", what).isEqualTo(500);
            assertThat(new ServerFiles(server.directory()).staged()).as("What is left under .staging when %s", what).isEmpty();
            hint("StagingHandler: the log says 'new file' once file.write has returned, and not before.", () ->
                    assertThat(server.log().count("new file") == 0 || script.hasWritten())
                            .as("Whether the log says 'new file' of a file that has been written, and of no other").isTrue());
        }
    }

    @Test
    @Order(3)
    @DisplayName("Given: a file that can't be staged is answered with 500, and the server lives on")
    void stagingFails() {
        try (var server = TestServer.start(Main::configure)) {
            server.gate().openForGood();
            var directory = new ServerFiles(server.directory());
            try (var client = SocketClient.connect(server.uri("/a"))) {
                directory.withoutStaging(() -> assertThat(client.get("/a").answer().status())
                        .as("The status when nothing can be staged").isEqualTo(500));

                assertThat(client.get("/a").answer().status()).as("The status when that is mended").isEqualTo(201);
            }
            assertThat(directory.staged()).as("What is left under .staging").isEmpty();
        }
    }

    @Exercise(hint = "StagingHandler: rename first, then answer, and let pass what file.commit() throws. It has removed the staged file then.")
    @Order(4)
    @DisplayName("A file that can't be committed is answered with 500, and rolled back")
    void commitFails() {
        var script = new ScriptedFile.Script();
        try (var server = TestServer.start(ScriptedFile.served(script));
             var client = SocketClient.connect(server.uri(ScriptedFile.PATH)).get(ScriptedFile.PATH)) {
            server.gate().awaitWork();
            var directory = new ServerFiles(server.directory());
            directory.obstruct(directory.staged().getFirst());
            script.beforeWrite = FailureTest::fillDisk;
            server.gate().open();

            assertThat(client.answer().status()).as("The status when the file can't be moved to its place").isEqualTo(500);
            assertThat(directory.staged())
                    .as("What is left under .staging when the file can't be moved to its place. Whoever writes it once more, which may fail%n"
                                + "as well, makes it anew: it was decided to commit, so nobody removes it any more")
                    .isEmpty();
        }
    }

    @Exercise(hint = "StagedFile.rollBack: what can't be removed is told to the log, with the exception, and nothing is thrown.")
    @Order(5)
    @DisplayName("A rollback that fails is logged with its reason, and the notice all the same")
    void rollbackFails() {
        try (var server = TestServer.start(Main::configure)) {
            var directory = new ServerFiles(server.directory());
            try (var client = SocketClient.connect(server.uri("/a"), Notice.CAP).get("/a")) {
                server.gate().awaitWork();
                directory.hold(directory.staged().getFirst());
                client.closeSending();
                server.log().await(Notice.TEXT, 1, Notice.CAP);
                server.gate().openForGood();
                hint("StagingHandler: nobody waits for a file that can't be removed, or tries again: the next start sweeps it.", () ->
                        assertThat(client.untilClosed())
                                .as("What the server sends to a client that has left, when the rollback has failed").isEmpty());
            }
            server.stop();

            hint("StagingHandler: the listener logs CLIENT_GONE whether the file could be removed or not: the client has left.", () ->
                    assertThat(server.log().count(Notice.TEXT)).as("Notices, although the rollback failed").isEqualTo(1));
            assertThat(server.log().count("DirectoryNotEmptyException"))
                    .as("Lines of the log that say why the staged file can't be removed. The log: %s", server.log().lines()).isPositive();
        }
    }

    /** Writes a part of a file, and fails. */
    private static void fillDisk(StagedFile file) throws IOException {
        Files.writeString(file.path(), "he");
        throw new IOException("No space left on device, as this test wants");
    }

    private static void fail(Throwable failure) throws InterruptedException {
        switch (failure) {
            case InterruptedException e -> throw e;
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case null, default -> { }
        }
    }
}
