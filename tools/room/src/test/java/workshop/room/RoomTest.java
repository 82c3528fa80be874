package workshop.room;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The room from outside, as a watch and as a browser see it. */
@DisplayName("The room")
class RoomTest {
    private static final String ID = UUID.randomUUID().toString();

    @TempDir
    private Path folder;
    private final HttpClient http = HttpClient.newHttpClient();
    private Room room;

    @BeforeEach
    void open() throws IOException {
        room = Room.open(new Room.Settings("localhost", 0, Optional.of(folder.resolve("room.csv"))));
    }

    @AfterEach
    void close() throws IOException {
        room.close();
        http.close();
    }

    @Test
    @DisplayName("lets nobody in without its code")
    void code() throws Exception {
        HttpResponse<String> refused = put("{\"name\": \"Ada\", \"step\": 1}", "ABCDEF".equals(room.code()) ? "FEDCBA" : "ABCDEF");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("on the wall");
        room.close();
        assertThat(Files.readAllLines(folder.resolve("room.csv"))).hasSize(1);
    }

    @Test
    @DisplayName("takes its code in whatever case, and writes what happened when it is closed")
    void export() throws Exception {
        String report = "{\"name\": \"=Ada, \\\"the first\\\"\", \"step\": 2, \"solved\": 3, \"exercises\": 46, \"red\": \"a, b\", \"help\": true}";

        assertThat(put(report, room.code().toLowerCase()).statusCode()).isEqualTo(204);
        assertThat(put(report, room.code()).statusCode()).as("The same again").isEqualTo(204);
        assertThat(send(learner().DELETE(), room.code()).statusCode()).isEqualTo(204);

        room.close();
        assertThat(Files.readAllLines(folder.resolve("room.csv"))).map(line -> line.replaceFirst("^\\d+", "N")).containsExactly(
                "seconds,learner,what,step,solved,exercises,red,help",
                "N,\"'=Ada, \"\"the first\"\"\",joins,2,3,46,\"a, b\",yes",
                "N,\"'=Ada, \"\"the first\"\"\",leaves,2,3,46,\"a, b\",yes");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"step\": 1}                        | 'name' has 0 characters",
        "{\"name\": \"Ada\", \"step\": -1}    | 'step' is -1",
        "{\"name\": \"Ada\", \"solved\": 1e9} | 'solved' is 1E+9",
        "[1, 2]                               | This is not JSON as it is expected here",
        "name=Ada                             | This is not JSON as it is expected here"
    })
    @DisplayName("says what is wrong with a report")
    void badReport(String report, String message) throws Exception {
        HttpResponse<String> refused = put(report, room.code());

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).startsWith(message);
    }

    @Test
    @DisplayName("takes no more of a report than any report has")
    void longReport() throws Exception {
        HttpResponse<String> refused = put("{\"name\": \"" + "a".repeat(5000) + "\"}", room.code());

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).startsWith("This is longer than any report");
    }

    @Test
    @DisplayName("shows its page only under the path that the instructor has")
    void page() throws Exception {
        assertThat(get(room.address()).statusCode()).isEqualTo(404);
        assertThat(get(room.address().resolve("/learners/" + ID)).statusCode()).isIn(404, 405);

        HttpResponse<String> page = get(room.page());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("--room=" + room.address(), room.code());
        assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(get(room.page().resolve("base.css")).statusCode()).isEqualTo(200);
        assertThat(get(room.page().resolve("room.js")).statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("says in a sentence why it can't be opened")
    void taken() {
        var settings = new Room.Settings("localhost", room.address().getPort(), Optional.empty());

        assertThatThrownBy(() -> Room.open(settings)).isInstanceOf(IOException.class)
                .hasMessageMatching("The room can't be opened at localhost, port \\d+ \\(.+\\): use an address of this machine, and a free port.*");
    }

    private HttpRequest.Builder learner() {
        return HttpRequest.newBuilder(room.address().resolve("/learners/" + ID));
    }

    private HttpResponse<String> put(String report, String code) throws Exception {
        return send(learner().PUT(BodyPublishers.ofString(report)), code);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String code) throws Exception {
        return http.send(request.header("Room-Code", code).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(URI address) throws Exception {
        return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }
}
