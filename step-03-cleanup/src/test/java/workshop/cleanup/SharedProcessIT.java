package workshop.cleanup;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import workshop.plumbing.launch.StartFailure;
import workshop.testkit.client.SocketClient;
import workshop.testkit.process.RecordedServer;
import workshop.testkit.server.ServerFiles;
import workshop.testkit.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("Step 03, two servers in one process, and one in another")
@Timeout(60)
class SharedProcessIT {
    @TempDir
    private Path path;

    @Test
    @DisplayName("A start that is refused in the first server's process does not open its directory to other processes")
    void refusedBeside() {
        var settings = Map.of("workshop.directory", path.toString(), "server.port", "0");
        try (var first = TestServer.start(Main::configure, settings);
             var client = SocketClient.connect(first.uri("/a")).get("/a")) {
            first.gate().awaitWork();
            assertThatThrownBy(() -> TestServer.start(Main::configure, settings).close(), "A second server in the same process")
                    .isInstanceOf(StartFailure.class).hasMessageContaining("in use by another server");

            try (var third = RecordedServer.start(settings, Map.of())) {
                assertThat(third.awaitRefusal("A server in another process has started in the directory of the first one, and swept it. POSIX:"
                                                      + " a process loses its lock on a file as soon as it closes any channel to that"
                                                      + " file, such as that of the start that was refused"))
                        .as("The exit status of a server in another process").isEqualTo(1);
                assertThat(third.errors()).as("Its standard error").singleElement().asString()
                        .contains("workshop.directory", path.toString(), "in use by another server");
            }
            assertThat(new ServerFiles(path).staged()).as("The staged files of the first server, whose request is in flight").hasSize(1);
            first.gate().open();
            assertThat(client.answer().status()).as("The status of that request").isEqualTo(201);
        }
    }
}
