package workshop.cleanup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import workshop.testkit.client.Answer;
import workshop.testkit.client.SocketClient;
import workshop.testkit.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Step 03, GET /files/ID")
@Order(7)
class FilesTest {
    @AutoClose
    private final TestServer server = TestServer.onDemand(Main::configure);

    @Test
    @Order(1)
    @DisplayName("Given: a committed file can be had where the answer says")
    void location() {
        server.gate().openForGood();
        try (var client = SocketClient.connect(server.uri("/a"))) {
            String location = client.get("/a").answer().header("Location");
            assertThat(location).as("Where the answer says that the file is").matches("/files/[^/]+");

            Answer file = client.get(location).answer();
            assertThat(file.status()).as("The status of GET %s", location).isEqualTo(200);
            assertThat(file.headers()).as("The headers").containsIgnoringCase("Content-Type: text/plain");
            assertThat(file.body()).as("The content").isEqualTo("hello");
            assertThat(client.request("DELETE", location).answer().status()).as("The status of DELETE").isIn(404, 405);
        }
    }

    @Test
    @Order(2)
    @DisplayName("Given: nothing but committed files can be had")
    void nothingElse() throws IOException {
        Files.writeString(server.directory().resolve("notes"), "not ours");
        Files.createDirectory(server.directory().resolve(UUID.randomUUID().toString()));
        Path outside = Files.createTempFile("outside", "");
        try (var client = SocketClient.connect(server.uri("/a"))) {
            for (String id : new String[] {"notes", "", ".staging", ".staging/lock", "..%2f" + outside.getFileName(),
                    "../files/notes", "%2e%2e/" + outside.getFileName(), UUID.randomUUID().toString()}) {
                assertThat(client.get("/files/" + id).answer().status()).as("The status of GET /files/%s", id).isEqualTo(404);
            }
            try (var folders = Files.list(server.directory())) {
                for (Path folder : folders.filter(Files::isDirectory).toList()) {
                    assertThat(client.get("/files/" + folder.getFileName()).answer().status())
                            .as("The status of GET for a folder").isEqualTo(404);
                }
            }
        } finally {
            Files.delete(outside);
        }
    }
}
