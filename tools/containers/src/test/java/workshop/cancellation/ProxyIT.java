package workshop.cancellation;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.testcontainers.containers.GenericContainer;

import workshop.testkit.client.ConnectionRecorder;
import workshop.testkit.client.ConnectionRecorder.Ending;
import workshop.testkit.client.LeavingClient;
import workshop.testkit.client.WayOfLeaving;
import workshop.testkit.container.CurlWayOfLeaving;
import workshop.testkit.container.HostServer;
import workshop.testkit.container.Image;
import workshop.testkit.container.NeedsEngine;
import workshop.testkit.results.ResultsTable;
import workshop.testkit.server.ServerFiles;
import workshop.testkit.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Step 04 behind a proxy: who tells the server that the client has left, and when")
@NeedsEngine({Image.CLIENT, Image.NGINX, Image.HAPROXY})
@Timeout(120)
class ProxyIT {
    /** Twice the time within which a server must have noticed. */
    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    private static final ResultsTable TABLE = new ResultsTable(
            "proxies.adoc", "1,3,2,3,3",
            "Proxy", "Configuration", "The client", "On the server's connection arrives", "Step 04");

    @AutoClose
    private final TestServer server = TestServer.start(Main::configure, settings());
    @AutoClose
    private final ConnectionRecorder recorder = new ConnectionRecorder();

    private enum Departure {
        KILLED("is killed"),
        HALF_CLOSED("half-closes"), // it closes its sending side only, and could still read
        NONE("stays, and has 504"); // a proxy that waits no longer is a client that leaves

        private final String words;

        Departure(String words) {
            this.words = words;
        }
    }

    ProxyIT() throws IOException {
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(ProxySetup.class)
    @Order(1)
    @DisplayName("A client that stays has its answer")
    void stays(ProxySetup setup) {
        try (var proxy = proxy(setup);
             LeavingClient client = client(proxy, ProxySetup.SERVER, Departure.NONE)) {
            server.gate().awaitWork();
            server.gate().open();

            assertThat(client.answer().status()).as("The status of the answer through %s", setup).isEqualTo(201);
            assertThat(new ServerFiles(server.directory()).committed()).as("The committed files").hasSize(1);
        }
    }

    @ParameterizedTest(name = "{0}, client {1}: {2}")
    @CsvSource({"NGINX, KILLED, FIN", "NGINX, HALF_CLOSED, FIN",
            "NGINX_IGNORES, KILLED, NOTHING", "NGINX_IGNORES, HALF_CLOSED, NOTHING",
            "NGINX_IMPATIENT, NONE, FIN",
            "HAPROXY, KILLED, NOTHING", "HAPROXY, HALF_CLOSED, NOTHING",
            "HAPROXY_ABORTS, KILLED, RST", "HAPROXY_ABORTS, HALF_CLOSED, RST",
            "HAPROXY_DOES_NOT_ABORT, KILLED, NOTHING", "HAPROXY_DOES_NOT_ABORT, HALF_CLOSED, NOTHING",
            "HAPROXY_IMPATIENT, NONE, RST"})
    @Order(2)
    @DisplayName("A client that leaves, or has waited long enough for the proxy: it tells the server, or does not")
    void leaves(ProxySetup setup, Departure departure, Ending expected) throws IOException {
        try (var proxy = proxy(setup)) {
            Ending ending;
            try (LeavingClient client = client(proxy, ProxySetup.RECORDER, departure);
                 Socket connection = recorder.awaitRequest()) {
                depart(client, departure);
                ending = ConnectionRecorder.ending(connection, AT_ONCE);
            }
            try (LeavingClient client = client(proxy, ProxySetup.SERVER, departure)) {
                server.gate().awaitWork();
                depart(client, departure);
                TABLE.add(2 * setup.ordinal() + (departure == Departure.HALF_CLOSED ? 1 : 0), setup.proxy, setup.setting, departure.words,
                          words(ending, departure), outcome());
            }
            assertThat(ending).as("What arrives within %s behind %s when the client %s", AT_ONCE, setup, departure.words)
                    .isEqualTo(expected);
        }
    }

    @Test
    @Order(3)
    @DisplayName("The table in the course says what was seen")
    void table() throws IOException {
        TABLE.check();
    }

    /** Who half-closes is in this JVM; the others are curl in a container. */
    private static LeavingClient client(GenericContainer<?> proxy, int port, Departure departure) {
        return departure == Departure.HALF_CLOSED
                ? WayOfLeaving.HALF_CLOSE.leavingClient(uri(proxy.getHost(), proxy.getMappedPort(port)))
                : CurlWayOfLeaving.KILLED.leavingClient(uri(ProxySetup.ALIAS, port));
    }

    private static URI uri(String host, int port) {
        return URI.create("http://%s:%d/a".formatted(host, port));
    }

    private static void depart(LeavingClient client, Departure departure) {
        if (departure == Departure.NONE) {
            assertThat(client.answer().status()).as("The status that the client has from the proxy").isEqualTo(504);
        } else {
            client.leave();
        }
    }

    private GenericContainer<?> proxy(ProxySetup setup) {
        return setup.start(server.uri("/a").getPort(), recorder.port());
    }

    /** What becomes of the request: rolled back while the work goes on, or committed when it is done. */
    private String outcome() {
        var directory = new ServerFiles(server.directory());
        if (server.log().await(Outcome.CLIENT_GONE.message(), 1, AT_ONCE) == 1) {
            assertThat(directory.staged()).as("The staged files once the cleaning up is logged").isEmpty();
            return "rolls back at once";
        }
        assertThat(directory.staged()).as("The staged files while the work goes on").hasSize(1);
        server.gate().open();
        server.gate().awaitEnd();
        assertThat(directory.committed()).as("The committed files when the work is done").hasSize(1);
        return "works on, and commits";
    }

    private static String words(Ending ending, Departure departure) {
        return departure == Departure.NONE ? ending + ", when the time is over"
                : ending == Ending.NOTHING ? "nothing" : ending + ", at once";
    }

    private static Map<String, String> settings() {
        var settings = new HashMap<>(HostServer.SETTINGS);
        settings.put("workshop.parts", "1");
        return settings;
    }
}
