package workshop.testkit.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import workshop.testkit.client.SocketClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every server promises as a process: how it starts, how it stops, and that it says why it can't start. A step
 * extends this class, so that the promises are tested for its starter and its solution. Each test has servers of its own, and
 * some run at the same time.
 */
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
public abstract class ServerProcessContract implements ConnectionPromises, LinkPromises {
    @TempDir
    private Path temporary;

    /** They stay as long as the test: a socket that nobody holds any more is closed by the garbage collector. */
    private final List<SocketClient> clients = new ArrayList<>();

    @Test
    @DisplayName("It prints one line when it listens, and stops on SIGTERM")
    void startsAndStops() {
        try (var server = start(Map.of(), Map.of())) {
            URI address = server.awaitListening();
            assertThat(address.getHost()).isEqualTo("localhost");
            try (var client = SocketClient.connect(address).get("/nothing")) {
                assertThat(client.answer().status()).isEqualTo(404);
            }

            server.terminate();
            assertThat(server.awaitExit()).as("The exit status").isIn(0, 143);
            assertThat(server.output()).as("Standard output").containsExactly("Listening on " + address);
            assertThat(server.errors()).as("Standard error").isEmpty();
        }
    }

    @Test
    @DisplayName("The directory is created if it is absent")
    void createsDirectory() {
        Path directory = temporary.resolve("not/there/yet");
        try (var server = start(Map.of("workshop.directory", directory.toString()), Map.of())) {
            server.awaitListening();
            assertThat(directory).as("The directory, once the server listens").isDirectory();
        }
    }

    @Test
    @DisplayName("System properties override environment variables, and those override application.yaml")
    void orderOfSettings() {
        Path fromEnvironment = temporary.resolve("environment");
        Path fromProperty = temporary.resolve("property");
        try (var server = start(Map.of(), Map.of("WORKSHOP_DIRECTORY", fromEnvironment.toString()))) {
            server.awaitListening();
            assertThat(fromEnvironment).isDirectory();
        }
        try (var server = start(Map.of("workshop.directory", fromProperty.toString()),
                                Map.of("WORKSHOP_DIRECTORY", temporary.resolve("overridden").toString()))) {
            server.awaitListening();
            assertThat(fromProperty).isDirectory();
            assertThat(temporary.resolve("overridden")).doesNotExist();
        }
    }

    @Test
    @DisplayName("A bad value: one line names the key, the value and the remedy, and nothing is left behind")
    void badValue() {
        assertRefused(Map.of("workshop.work-time", "4"), "workshop.work-time", "4", "use for example PT4S");
    }

    @Test
    @DisplayName("A start that fails late leaves nothing behind")
    void failsLate() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
            assertRefused(Map.of("server.sockets.0.name", "admin", "server.sockets.0.host", "localhost", "server.sockets.0.port",
                                 Integer.toString(taken.getLocalPort())), "server.sockets", "", "is in use");
        }
    }

    @Override
    public RecordedServer start(Map<String, String> properties) {
        return start(properties, Map.of());
    }

    @Override
    public Path directory() {
        return temporary.resolve("workshop");
    }

    /** Has so many clients ask for {@code /a}, and waits until the server has begun with each request. The clients stay. */
    protected void requestsInFlight(RecordedServer server, int many) {
        var address = server.awaitListening();
        IntStream.range(0, many).forEach(i -> clients.add(SocketClient.connect(address).get("/a")));
        server.awaitOutput("new file", many);
    }

    private void assertRefused(Map<String, String> settings, String key, String value, String remedy) {
        var all = new HashMap<>(Map.of("workshop.directory", temporary.resolve("parent/new").toString()));
        all.putAll(settings);
        try (var server = start(all, Map.of())) {
            assertThat(server.awaitRefusal("The server has started with " + settings)).as("The exit status of a server that can't start").isEqualTo(1);
            assertThat(server.errors()).as("Standard error").singleElement().asString().contains(key, value, remedy);
            assertThat(server.output()).as("Standard output").isEmpty();
        }
        assertThat(temporary.resolve("parent")).as("A directory that was not there before").doesNotExist();
    }

    /** Starts a server with settings, and with variables that are added to the environment of this process. */
    protected RecordedServer start(Map<String, String> properties, Map<String, String> environment) {
        var all = new HashMap<>(Map.of("server.port", "0"));
        if (!environment.containsKey("WORKSHOP_DIRECTORY")) {
            all.put("workshop.directory", directory().toString());
        }
        all.putAll(properties);
        return RecordedServer.start(all, environment);
    }
}
