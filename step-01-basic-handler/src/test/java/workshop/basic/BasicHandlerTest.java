package workshop.basic;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import workshop.testkit.client.Answer;
import workshop.testkit.client.SocketClient;
import workshop.testkit.client.WayOfLeaving;
import workshop.testkit.exercise.Exercise;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Step 01, basic handler")
class BasicHandlerTest extends LeavingScenario {
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

            assertThat(server.files())
                    .as("The work has begun. The files in the directory: it should be written before the work, "
                                + "as the article does it")
                    .containsExactly("txt");
            assertThat(Files.readString(server.directory().resolve("txt")))
                    .as("The content of the file")
                    .isEqualTo("hello");
        }
    }

    @Exercise(hint = "FileHandler.handle: tell the LOGGER right after the file is written, at the level INFO.")
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

    @Exercise(hint = "FileHandler.handle: TextAnswer.send takes the request, the response and the text; a line break ends it.")
    @Order(4)
    @DisplayName("The answer is \"File persisted.\"")
    void answer() {
        try (var client = SocketClient.connect(server.uri("/a")).get("/a")) {
            server.gate().open();

            Answer answer = client.answer();
            assertThat(answer.status()).as("The status of the answer %s", answer).isEqualTo(200);
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

            server.gate().open();
            assertThat(client.answer().status()).as("The status, once the work is done").isEqualTo(200);
        }
    }

    @Exercise(hint = "the handler treats all methods the same, and TextAnswer knows about HEAD.")
    @Order(6)
    @DisplayName("Any method does the same work; HEAD is answered without a body")
    void anyMethod() {
        server.gate().openForGood();
        try (var client = SocketClient.connect(server.uri("/a"))) {
            for (String method : new String[] {"PUT", "DELETE"}) {
                assertThat(client.request(method, "/a").answer().status()).as("The status of %s /a", method).isEqualTo(200);
            }
            assertThat(client.post("/a", 4, "body").answer().status()).as("The status of POST /a").isEqualTo(200);
            assertThat(client.request("HEAD", "/a").answerToHead().status()).as("The status of HEAD /a").isEqualTo(200);
            assertThat(client.get("/a").answer().body())
                    .as("The body that follows the answer to HEAD on the same connection")
                    .isEqualTo("File persisted.\n");
        }
        assertThat(server.log().count("new file")).as("new files logged for five requests").isEqualTo(5);
    }

    @Exercise(hint = "The file's name is \"txt\" for every request, as in the article. Step 03 changes that.")
    @Order(9)
    @DisplayName("The problem: two clients share one file")
    void twoClientsShareOneFile() {
        try (var first = SocketClient.connect(server.uri("/a")).get("/a");
             var second = SocketClient.connect(server.uri("/a")).get("/a")) {
            server.gate().awaitWork();
            server.gate().awaitWork();

            assertThat(server.files())
                    .as("Two requests are at work. The files in the directory: in step 01 both write the same one")
                    .containsExactly("txt");

            server.gate().openForGood();
            assertThat(first.answer().status()).as("The status of the first answer").isEqualTo(200);
            assertThat(second.answer().status()).as("The status of the second answer").isEqualTo(200);
        }
    }
}
