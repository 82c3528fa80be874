package workshop.cleanup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import workshop.testkit.client.SocketClient;
import workshop.testkit.exercise.Exercise;
import workshop.testkit.server.ServerFiles;
import workshop.testkit.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A real full disk. {@code -Dsmall.disk=FOLDER} names one that is small enough to be filled, such as a tmpfs of some KiB.
 */
@DisplayName("Step 03, the disk is full")
@EnabledIfSystemProperty(named = "small.disk", matches = ".+", disabledReason = "-Dsmall.disk names no small disk")
class FullDiskIT {
    @Exercise(hint = "StagingHandler: file.write is inside the try block whose finally rolls back.")
    @Order(1)
    @DisplayName("A request is answered with 500 and leaves nothing, and the server lives on")
    void fullDisk() throws IOException {
        Path path = Files.createTempDirectory(Path.of(System.getProperty("small.disk")), "workshop");
        Path filler = path.resolve("filler");
        try (var server = TestServer.start(Main::configure, Map.of("workshop.directory", path.toString()));
             var client = SocketClient.connect(server.uri("/a"))) {
            server.gate().openForGood();
            var directory = new ServerFiles(path);
            fill(filler);

            assertThat(client.get("/a").answer().status()).as("The status when the disk is full").isEqualTo(500);
            assertThat(directory.staged()).as("What is left under .staging: the file was created before the disk was full").isEmpty();

            Files.delete(filler);
            assertThat(client.get("/a").answer().status()).as("The status when there is room again").isEqualTo(201);
            assertThat(directory.committed()).as("The committed files").hasSize(1);
        }
    }

    private static void fill(Path filler) throws IOException {
        try (var out = Files.newOutputStream(filler)) {
            byte[] page = new byte[4096];
            for (long room = filler.toFile().getUsableSpace(); room > 0; room -= page.length) {
                out.write(page);
            }
            out.write(page);
        } catch (IOException e) {
            assertThat(filler.toFile().getUsableSpace()).as("The room on the full disk, in bytes").isZero();
        }
    }
}
