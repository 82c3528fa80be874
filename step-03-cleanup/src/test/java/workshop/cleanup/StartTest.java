package workshop.cleanup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import workshop.plumbing.launch.StartFailure;
import workshop.testkit.client.SocketClient;
import workshop.testkit.server.ServerFiles;
import workshop.testkit.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("Step 03, the server starts")
@Order(8)
class StartTest {
    @TempDir
    private Path path;

    @Test
    @Order(1)
    @DisplayName("Given: what a killed server left is swept, and committed files are untouched")
    void sweep() throws IOException {
        Path left = Files.writeString(Files.createDirectory(path.resolve(".staging")).resolve(UUID.randomUUID().toString()), "he");
        Path committed = Files.writeString(path.resolve(UUID.randomUUID().toString()), "hello");

        try (var server = start()) {
            assertThat(left).as("A staged file of a server that was killed").doesNotExist();
            assertThat(committed).as("A committed file").hasContent("hello");
            try (var client = SocketClient.connect(server.uri("/")).get("/files/" + committed.getFileName())) {
                assertThat(client.answer().body()).as("A file that an earlier server committed").isEqualTo("hello");
            }
        }
    }

    @Test
    @Order(2)
    @DisplayName("Given: a second server on the directory refuses to start, and does not touch the first one's staged files")
    void secondServer() throws IOException {
        try (var first = start()) {
            Path staged = Files.writeString(path.resolve(".staging").resolve(UUID.randomUUID().toString()), "hello");

            assertThatThrownBy(() -> start().close(), "A second server on the directory of one that runs").isInstanceOf(StartFailure.class)
                    .hasMessageContaining(path.toString()).hasMessageContaining("in use by another server");
            assertThat(staged).as("A staged file of the server that runs: sweeping it would break its request").exists();
        }
        start().close(); // the first one is gone: its directory is free
    }

    @Test
    @Order(3)
    @DisplayName("Given: the lock that a killed server left does not keep the next one from starting")
    void killed(@TempDir Path other) throws IOException {
        Path left = Files.createDirectory(path.resolve(".staging"));
        try (var killed = TestServer.start(Main::configure, Map.of("workshop.directory", other.toString()));
             var files = Files.list(other.resolve(".staging"))) {
            for (Path file : files.toList()) {
                Files.copy(file, left.resolve(file.getFileName()));
            }
        }
        assertThatCode(() -> start().close())
                .as("A start where a killed server has left its lock file: the lock itself is no longer in anybody's way")
                .doesNotThrowAnyException();
    }

    @Test
    @Order(4)
    @DisplayName("Given: after a restart, no file replaces one from before")
    void restart() {
        try (var earlier = start()) {
            persist(earlier);
            earlier.stop();
            var later = start();
            persist(later);
            later.stop();

            assertThat(new ServerFiles(path).committed())
                    .as("The committed files. A name that comes again replaces the file of an earlier request").hasSize(2);
        }
    }

    private static void persist(TestServer server) {
        server.gate().openForGood();
        try (var client = SocketClient.connect(server.uri("/a")).get("/a")) {
            assertThat(client.answer().status()).as("The status of the answer").isEqualTo(201);
        }
    }

    private TestServer start() {
        return TestServer.start(Main::configure, Map.of("workshop.directory", path.toString()));
    }
}
