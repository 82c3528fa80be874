package workshop.basic;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import com.sun.management.UnixOperatingSystemMXBean;

import io.helidon.http.HttpException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

import workshop.plumbing.launch.Work;
import workshop.testkit.client.Answer;
import workshop.testkit.client.SocketClient;
import workshop.testkit.client.WayOfLeaving;
import workshop.testkit.exercise.Exercise;
import workshop.testkit.interleaving.SteppingLoader;
import workshop.testkit.server.GatedWork;
import workshop.testkit.server.TestServer;
import workshop.testkit.wait.Background;

import static org.assertj.core.api.Assertions.assertThat;
import static workshop.testkit.exercise.Hint.hint;

@DisplayName("Step 01, basic handler")
class BasicHandlerTest extends LeavingScenario {
    private static final String WANTED = "The work fails, as this test wants";
    private static final String SENDS =
            "FileHandler.handle: TextAnswer.send takes the request, the response and the text; a line break ends it.";
    private static final String CAUGHT =
            "What the handler has thrown. The answer is %s, and %s. Whoever returns says that all went well; what is thrown, Helidon logs, and answers"
                    + " with 500, without a word of what it was";
    private static final String LET_PASS = "FileHandler.handle: catch nothing, and answer nothing but what went well. Helidon does the rest.";
    private static final String PASSES = "FileHandler.handle: let an exception of work.perform() pass, whichever it is. Helidon answers 500 then.";
    private static final String INTERRUPTED =
            "FileHandler.handle: let an InterruptedException pass as it is. Where the thread is interrupted again, as it is usual, the 500 can't be sent.";
    private static final String GIVES_BACK = "FileHandler.handle: what a request takes, such as a lock or a flag, it gives back however it ends, in"
            + " finally. Neither is needed here.";
    private static final String STATUS = "FileHandler.handle: the status is 200, as it is unless you set another one.";
    private static final String AT_EXIT = ".*[.](deleteOnExit|addShutdownHook)";
    private static final int MANY = 100;

    private int logged;

    BasicHandlerTest() {
        super(Map.of());
    }

    static WayOfLeaving[] ways() {
        return WayOfLeaving.values();
    }

    @Test
    @Order(1)
    @DisplayName("Given: a path that is not /a is not found")
    void otherPaths() {
        try (var client = SocketClient.connect(server.uri("/b")).get("/b")) {
            assertThat(client.answer().status()).isEqualTo(404);
        }
    }

    @Exercise(hint = "FileHandler.handle: the file comes first, then the work. OwnFiles writes a text in one line.")
    @Order(2)
    @DisplayName("The file is there before the work begins")
    void fileComesFirst() throws IOException {
        try (var client = SocketClient.connect(server.uri("/a")).get("/a")) {
            server.gate().awaitWork();

            hint("FileHandler.handle: the file is directory.resolve(\"txt\"), for each request, and is written before work.perform().",
                 () -> assertThat(server.files()).as("The work has begun, so the file should be there by now. The files in the directory").containsExactly("txt"));
            assertThat(Files.readString(server.directory().resolve("txt")))
                    .as("The content of the file when the work begins: what is written is in the file, and not in a buffer")
                    .isEqualTo("hello");
        }
    }

    @Exercise(hint = "FileHandler.handle: tell the LOGGER right after the file is written, at the level INFO. {0} stands for the path, with"
            + " no quotes around it.")
    @Order(3)
    @DisplayName("The log says which file is new")
    void fileIsLogged() {
        try (var client = SocketClient.connect(server.uri("/a")).get("/a")) {
            server.gate().awaitWork();

            assertThat(server.log().lines())
                    .as("The lines of the log when the work has begun")
                    .containsExactly("new file " + server.directory().resolve("txt"));
        }
    }

    @Exercise(hint = SENDS)
    @Order(4)
    @DisplayName("The answer is \"File persisted.\"")
    void answer() {
        try (var client = SocketClient.connect(server.uri("/a")).get("/a")) {
            server.gate().openForGood();

            Answer answer = client.answer();
            hint(answer.status() / 100 == 2 ? STATUS : SENDS, () -> assertThat(answer.status())
                    .as("The status of the answer %s. Helidon answers 500 where a handler throws, or returns before it has answered", answer)
                    .isEqualTo(200));
            hint("FileHandler.handle: TextAnswer sets the headers. The connection belongs to the client, which may ask again.",
                 () -> assertThat(answer.headers()).as("The headers of the answer: the connection is kept for the next request")
                         .doesNotContainIgnoringCase("Connection: close"));
            assertThat(answer.body()).as("The body of the answer").isEqualTo("File persisted.\n");
            assertThat(answer.headers()).as("The headers of the answer").containsIgnoringCase("Content-Type: text/plain");
        }
    }

    @Exercise(hint = "FileHandler.handle: call work.perform() on this thread, and TextAnswer.send after it has returned.")
    @Order(5)
    @DisplayName("The answer comes when the work is done, not before")
    void answerComesLast() {
        try (var client = SocketClient.connect(server.uri("/a")).get("/a")) {
            server.gate().awaitWork();

            assertThat(client.hasReceived())
                    .as("The work still goes on, and the client has received an answer: it should be sent last")
                    .isFalse();

            server.gate().openForGood();
            assertThat(client.answer().status()).as("The status, once the work is done").isEqualTo(200);
        }
    }

    @Exercise(hint = "FileHandler.handle: call work.perform() itself, and not in another thread, an executor or a CompletableFuture.")
    @Order(6)
    @DisplayName("The work is performed on the thread that handles the request, and so is the answer sent")
    void worksOnItsOwnThread() {
        var handler = new AtomicReference<Thread>();
        var worker = new AtomicReference<Thread>();
        var sender = new AtomicReference<Thread>();
        var answer = new AtomicReference<Answer>();
        var times = new AtomicInteger();
        try (var server = TestServer.start((builder, settings, work) -> {
            Main.configure(builder, settings, work);
            builder.routing().orElseThrow().addFilter((chain, request, response) -> {
                handler.set(Thread.currentThread());
                response.beforeSend(() -> sender.compareAndSet(null, Thread.currentThread()));
                chain.proceed();
            });
        }, () -> {
            worker.set(Thread.currentThread());
            times.incrementAndGet();
        }); var client = SocketClient.connect(server.uri("/a")).get("/a")) {
            answer.set(client.answer());
        }
        assertThat(worker.get())
                .as("The thread that has performed the work: it should be the one that handles the request. Helidon interrupts that one when"
                            + " the server stops; work on another goes on, and nobody knows of it")
                .isSameAs(handler.get());
        assertThat(times).as("How often the work was performed for one request").hasValue(1);
        hint("FileHandler.handle: TextAnswer.send comes last, and not in another thread.",
             () -> assertThat(sender.get() == handler.get() && answer.get().status() == 200)
                     .as("Whether the thread that handles the request has sent the answer %s, before it returned. Helidon answers 500 where a"
                                 + " handler has returned and not answered: that is the answer, or comes beside one from another thread", answer)
                     .isTrue());
    }

    @Exercise(hint = "FileHandler.handle: OwnFiles.write makes the file, or writes it anew, and closes it. Nobody has to look whether it is there.")
    @Order(7)
    @DisplayName("Each request writes the file anew, and leaves nothing open")
    void fileIsWrittenAnew() throws IOException {
        Path file = server.directory().resolve("txt");
        try (var client = SocketClient.connect(server.uri("/a"))) {
            for (int request = 1; request <= 2; request++) {
                Files.writeString(file, "older and longer than what is written");
                client.get("/a");
                server.gate().awaitWork();
                assertThat(file).as("The file when the work of request %d begins, where one with another content was there before", request)
                        .hasContent("hello");
                Files.writeString(file, "of another request");
                server.gate().open();
                client.answer();
                hint("FileHandler.handle: write the file once, before the work. Behind it the file may be another request's.",
                     () -> assertThat(file).as("The file after the answer, where another request has written it during the work")
                             .hasContent("of another request"));
            }
            server.gate().openForGood();
            long before = openFiles();
            for (int request = 0; request < MANY; request++) {
                client.get("/a").answer();
            }
            hint("FileHandler.handle: nothing is cleaned up in step 01, nor later by somebody else.",
                 () -> assertThat(SteppingLoader.calls(FileHandler.class)).filteredOn(call -> call.matches(AT_EXIT))
                         .as("What FileHandler leaves to be done when the process ends. The client was promised that the file stays")
                         .isEmpty());
            hint("FileHandler.handle: close what you open, as try-with-resources does. OwnFiles.write leaves nothing open.",
                 () -> assertThat(openFiles() - before)
                         .as("How many more files and sockets this process has open after %d requests: a file that nobody closes stays open"
                                     + " until the garbage collector comes by, and the system gives a process only so many", MANY)
                         .isLessThan(MANY / 2));
        }
    }

    /** How many files and sockets this process has open, where the system tells: Windows does not. */
    private static long openFiles() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system ? system.getOpenFileDescriptorCount() : 0;
    }

    @Exercise(hint = "the handler treats all methods the same, and TextAnswer knows about HEAD.")
    @Order(8)
    @DisplayName("Any method does the same work; HEAD is answered without a body")
    void anyMethod() {
        server.gate().openForGood();
        try (var client = SocketClient.connect(server.uri("/a"))) {
            for (String method : new String[] {"PUT", "DELETE"}) {
                assertDone(method, client.request(method, "/a").answer());
            }
            assertDone("POST", client.post("/a", 4, "body").answer());
            Answer head = client.request("HEAD", "/a").answerToHead();
            assertDone("HEAD", head);
            assertThat(head.headers()).as("The headers of the answer to HEAD: those of GET (RFC 9110, section 9.3.2), with the length of its body")
                    .containsIgnoringCase("Content-Length: 16");
            Answer answer = client.get("/a").answer();
            assertDone("GET", answer);
            assertThat(answer.body()).as("The body that follows the answer to HEAD on the same connection").isEqualTo("File persisted.\n");
        }
    }

    private void assertDone(String method, Answer answer) {
        assertThat(answer.status()).as("The status of %s /a", method).isEqualTo(200);
        hint("FileHandler.handle: %s is handled as GET is. TextAnswer knows about HEAD.".formatted(method), server.gate()::awaitWork);
        logged++;
        hint("FileHandler.handle: write the file, and tell the LOGGER of it, once for each request, whatever its method.",
             () -> assertThat(server.log().count("new file")).as("New files in the log with %s /a, the request number %d", method, logged)
                     .isEqualTo(logged));
    }

    @Exercise(hint = PASSES)
    @Order(9)
    @DisplayName("Work that fails is not answered as if it were done")
    void workThatFails() {
        failsOnce("an exception", () -> {
            throw new IllegalStateException(WANTED);
        });
        failsOnce("an InterruptedException", () -> {
            throw new InterruptedException(WANTED);
        });
        failsOnce("an Error", () -> {
            throw new NoClassDefFoundError(WANTED);
        });
        answerThatCannotBeSent();
    }

    private static void answerThatCannotBeSent() {
        var gate = new GatedWork();
        var passed = new AtomicReference<Throwable>();
        try (var server = seesWhatPasses(gate, passed)) {
            var client = SocketClient.connect(server.uri("/a")).get("/a");
            gate.awaitWork();
            client.reset();
            gate.open();
            server.stop();
        }
        hint("FileHandler.handle: let pass what TextAnswer.send throws, too. Helidon ends the connection then, and says nothing in the log.",
             () -> assertThat(passed.get()).as("What the handler has thrown, where its client has reset the connection and the answer can't be sent."
                                                       + " Whoever catches it has Helidon go on with the next request, for nobody").isNotNull());
    }

    private static void failsOnce(String what, Work failing) {
        var times = new AtomicInteger();
        var passed = new AtomicReference<Throwable>();
        try (var server = seesWhatPasses(() -> failFirst(failing, times), passed);
             var client = SocketClient.connect(server.uri("/a")).get("/a")) {
            Answer answer = client.answer();
            hint("FileHandler.handle: call work.perform() once, and let pass what it throws. An interrupt says that the server stops.",
                 () -> assertThat(times).as("How often the work was performed for one request, where it has thrown %s the first time: whoever"
                                                    + " tries again pays twice, and does not stop when the server does", what).hasValue(1));
            hint(answer.equals(Answer.NONE) ? INTERRUPTED : PASSES, () -> assertThat(statusOf(answer))
                    .as("The status of the answer, where the work has thrown %s. The work is not done: whoever catches the exception and goes on"
                                + " tells the client that it is", what)
                    .isEqualTo(500));
            assertPassed(passed.get(), answer, "the work has thrown " + what);
            hint("FileHandler.handle: nothing is cleaned up in step 01, whatever goes wrong.",
                 () -> assertThat(server.files()).as("The files in the directory, where the work has thrown %s. All requests share the file: whoever"
                                                             + " deletes it takes away what another client was promised", what)
                         .containsExactly("txt"));
        }
    }

    private static void assertPassed(Throwable thrown, Answer answer, String why) {
        hint(LET_PASS, () -> assertThat(thrown).as(CAUGHT, answer, why).isNotNull());
        hint("FileHandler.handle: let pass what was thrown, and put it into no HttpException: Helidon sends the text of that to the client.",
             () -> assertThat(thrown).as("What the handler has thrown, where %s. What an HttpException says is sent to the client", why)
                     .isNotInstanceOf(HttpException.class));
    }

    /** A server that sees what the handler throws. */
    private static TestServer seesWhatPasses(Work work, AtomicReference<Throwable> passed) {
        return TestServer.start((builder, settings, given) -> {
            var handler = new FileHandler(settings.directory(), given);
            builder.routing(routing -> routing.any("/a", (request, response) -> {
                try {
                    handler.handle(request, response);
                } catch (Throwable thrown) {
                    passed.set(thrown);
                    throw thrown;
                }
            }));
        }, work);
    }

    private static Object statusOf(Answer answer) {
        return answer.equals(Answer.NONE) ? "none, the connection was closed" : answer.status();
    }

    private static void failFirst(Work failing, AtomicInteger times) throws InterruptedException {
        if (times.incrementAndGet() == 1) {
            failing.perform();
        }
    }

    @Exercise(hint = "FileHandler.handle: remove nothing, and let OwnFiles.write do it: it empties a file, throws where it can't write, and that passes."
            + " Log once the file is written.")
    @Order(10)
    @DisplayName("A file that can't be written is neither logged nor answered as if it were there")
    void fileThatCannotBeWritten() throws IOException {
        var worked = new AtomicBoolean();
        var passed = new AtomicReference<Throwable>();
        try (var server = seesWhatPasses(() -> worked.set(true), passed)) {
            Path file = Files.createDirectory(server.directory().resolve("txt"));
            notPersisted(server, passed, "a directory is in the place of the file");
            assertThat(worked).as("Whether the work was performed, although its file could not be written").isFalse();

            Files.delete(file);
            try (var client = SocketClient.connect(server.uri("/a")).get("/a")) {
                answerOf(client);
            }
            hint(GIVES_BACK, () -> assertThat(file).as("The file of the request that comes after one that has failed").hasContent("hello"));
            Files.delete(file);

            Path outside = Files.createTempFile("workshop", ".txt");
            try {
                linkOrAbort(file, outside);
                notPersisted(server, passed, "somebody has put a symbolic link in the place of the file; whoever follows it, as Files.writeString"
                        + " does, writes to a file elsewhere, and whoever moves a file over it takes away what is not theirs");
            } finally {
                Files.delete(outside);
            }
        }
    }

    private static void notPersisted(TestServer server, AtomicReference<Throwable> passed, String why) {
        passed.set(null);
        int before = server.log().count("new file");
        try (var client = SocketClient.connect(server.uri("/a")).get("/a")) {
            Answer answer = answerOf(client);
            assertThat(answer.status()).as("The status of the answer %s: %s", answer, why).isEqualTo(500);
            assertPassed(passed.get(), answer, why);
            assertThat(server.log().count("new file")).as("\"new file\" in the log, although no file could be written: %s", why).isEqualTo(before);
        }
    }

    private static Answer answerOf(SocketClient client) {
        var answer = new AtomicReference<Answer>();
        hint(GIVES_BACK, () -> answer.set(Background.run(client::answer).result(
                "A request has no answer. One before it failed: whatever that took and has not given back is gone for all")));
        return answer.get();
    }

    private static void linkOrAbort(Path link, Path target) {
        try {
            Files.createSymbolicLink(link, target);
        } catch (IOException | UnsupportedOperationException e) {
            throw new TestAbortedException("This machine makes no symbolic links: " + e.getMessage());
        }
    }

    @Exercise(hint = "The file's name is \"txt\" for every request, as in the article. Step 03 changes that. Both requests are at work at the"
            + " same time: no lock is needed for that.")
    @Order(13)
    @DisplayName("The problem: two clients share one file")
    void twoClientsShareOneFile() {
        try (var first = SocketClient.connect(server.uri("/a")).get("/a");
             var second = SocketClient.connect(server.uri("/a")).get("/a")) {
            assertThat(server.log().await("new file", 2, Duration.ofSeconds(2)))
                    .as("New files in the log, of two requests at the same time. A handler that lets in one after the other has the second one"
                                + " wait for the work of the first")
                    .isEqualTo(2);
            server.gate().awaitWork();
            server.gate().awaitWork();

            assertThat(server.files())
                    .as("Two requests are at work. The files in the directory: in step 01 both write the same one")
                    .containsExactly("txt");
            assertThat(server.directory().resolve("txt")).as("The file that two requests have written: each writes it anew").hasContent("hello");

            server.gate().openForGood();
            hint("FileHandler.handle: all requests share the handler and its fields. What belongs to one request stays in local variables.", () -> {
                assertThat(first.answer().status()).as("The status of the first answer, where two requests were at work").isEqualTo(200);
                assertThat(second.answer().status()).as("The status of the second answer, where two requests were at work").isEqualTo(200);
            });
        }
    }
}
