package workshop.testkit.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import workshop.testkit.client.SocketClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every server promises where somebody else has prepared its directory: no symbolic link is followed there.
 */
interface LinkPromises {
    /** Starts the server on a free port, with a directory of this test's own. */
    RecordedServer start(Map<String, String> properties);

    /** The directory of the servers that this test starts. */
    Path directory();

    @Test
    @DisplayName("A link in the place of a file is neither written through nor read through")
    default void linkedFiles() throws IOException {
        Path outside = Files.writeString(directory().resolveSibling("outside"), "secret");
        String id = UUID.randomUUID().toString();
        Files.createSymbolicLink(Files.createDirectories(directory()).resolve("txt"), outside);
        Files.createSymbolicLink(directory().resolve(id), outside);

        try (var server = start(Map.of("workshop.work-time", "PT0S"));
             var client = SocketClient.connect(server.awaitListening())) {
            client.get("/a").answer();
            assertThat(outside).as("The file that a link in the directory points to, after GET /a").hasContent("secret");

            var answer = client.get("/files/" + id).answer();
            assertThat(answer.status()).as("The status of a file that is a link: %s", answer).isEqualTo(404);
        }
    }

    @Test
    @DisplayName("The default directory is for its owner alone")
    default void defaultDirectory() throws IOException {
        Path temporary = Files.createDirectories(directory().resolveSibling("tmp"));
        var settings = Map.of("java.io.tmpdir", temporary.toString(), "workshop.directory", temporary.resolve("workshop").toString());
        try (var server = start(settings)) {
            server.awaitListening();
            assertThat(Files.getPosixFilePermissions(temporary.resolve("workshop")))
                    .as("The permissions of the default directory").allMatch(permission -> permission.name().startsWith("OWNER"));
        }
    }

    @Test
    @DisplayName("A default directory that somebody else has prepared is refused")
    default void preparedDirectory() throws IOException {
        Path temporary = Files.createDirectories(directory().resolveSibling("tmp"));
        Path workshop = temporary.resolve("workshop");
        Files.createSymbolicLink(workshop, Files.createDirectories(directory().resolveSibling("theirs")));
        try (var server = start(Map.of("java.io.tmpdir", temporary.toString(), "workshop.directory", workshop.toString()))) {
            assertThat(server.awaitRefusal("The server has started in a directory that is a link")).as("The exit status").isEqualTo(1);
            assertThat(server.errors()).as("Standard error").singleElement().asString()
                    .contains("workshop.directory", workshop.toString(), "name a directory of your own");
        }
        assertThat(directory().resolveSibling("theirs")).as("Where the link leads").isEmptyDirectory();
    }
}
