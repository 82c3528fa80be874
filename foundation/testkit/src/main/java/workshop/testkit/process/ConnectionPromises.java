package workshop.testkit.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import workshop.testkit.client.SocketClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every server promises to connections on which no request has been made yet, or only a part of one, and to those whose
 * request fails.
 */
interface ConnectionPromises {
    /** Starts the server on a free port, with a directory of this test's own. */
    RecordedServer start(Map<String, String> properties);

    /** The directory of the servers that this test starts. */
    Path directory();

    @Test
    @DisplayName("A connection that has sent nothing, or half a line, does not hold up a stop")
    default void silentAtStop() {
        try (var server = start(Map.of("server.shutdown-grace-period", "PT1H"))) {
            var address = server.awaitListening();
            try (var silent = SocketClient.connect(address);
                 var half = SocketClient.connect(address).send("GET /a HT");
                 var later = SocketClient.connect(address).get("/nothing")) {
                assertThat(later.answer().status()).as("The answer to a client that came after the silent ones").isEqualTo(404);

                server.terminate();
                assertThat(server.awaitExit()).as("The exit status, long before the grace period is over").isIn(0, 143);
                assertThat(silent.untilClosed() + half.untilClosed()).as("What the silent clients are sent").isEmpty();
            }
        }
    }

    @Test
    @DisplayName("A connection that sends nothing is closed by the idle timeout")
    default void silentAndIdle() {
        try (var server = start(Map.of("server.idle-connection-timeout", "PT0.2S", "server.idle-connection-period", "PT0.1S"));
             var silent = SocketClient.connect(server.awaitListening())) {
            assertThat(silent.untilClosed()).as("What a silent client is sent before its connection is closed").isEmpty();
        }
    }

    @Test
    @DisplayName("A first line that is not HTTP/1.1 is answered")
    default void firstLines() {
        try (var server = start(Map.of())) {
            var address = server.awaitListening();
            try (var old = SocketClient.connect(address).send("GET /a HTTP/1.0\r\n\r\n");
                 var garbage = SocketClient.connect(address).send("garbage\r\n\r\n")) {
                assertThat(old.untilClosed()).as("The answer to HTTP/1.0").startsWith("HTTP/1.1 505 ");
                assertThat(garbage.untilClosed()).as("The answer to garbage").startsWith("HTTP/1.1 400 ");
            }
        }
    }

    @Test
    @DisplayName("A client that leaves in the middle of what it sends is not worth a line in the log")
    default void leavesWhileSending() {
        try (var server = start(Map.of())) {
            var address = server.awaitListening();
            for (String part : new String[] {"GET /a", "GET /a HTTP/1.1\r\n", "GET /a HTTP/1.1\r\nHost: localhost\r\nX-Half: ",
                "POST /nothing HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nhalf"}) {
                try (var client = SocketClient.connect(address).send(part)) {
                    client.closeSending();
                    client.untilClosed();
                }
            }

            server.terminate();
            server.awaitExit();
            assertThat(server.output()).as("Standard output").containsExactly("Listening on " + address);
            assertThat(server.errors()).as("Standard error").isEmpty();
        }
    }

    @Test
    @DisplayName("A HEAD that fails is answered without a body")
    default void headThatFails() throws Exception {
        try (var server = start(Map.of("workshop.work-time", "PT0S"));
             var client = SocketClient.connect(server.awaitListening())) {
            Files.move(directory(), directory().resolveSibling("elsewhere"));

            assertThat(client.request("HEAD", "/a").answerToHead().status()).as("The status of HEAD /a where nothing can be written")
                    .isGreaterThanOrEqualTo(500);
            assertThat(client.get("/nothing").answer().status())
                    .as("The status of the next answer on the connection, which a body would have come before").isEqualTo(404);
        }
    }
}
