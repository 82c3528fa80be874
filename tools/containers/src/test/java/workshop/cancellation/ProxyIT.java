package workshop.cancellation;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.testcontainers.containers.Network;

import workshop.cancellation.ConnectionRecorder.Ending;
import workshop.testkit.client.Answer;
import workshop.testkit.client.LeavingClient;
import workshop.testkit.client.WayOfLeaving;
import workshop.testkit.container.CurlContainer;
import workshop.testkit.container.HostServer;
import workshop.testkit.container.Image;
import workshop.testkit.container.NeedsEngine;
import workshop.testkit.server.ServerFiles;
import workshop.testkit.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Step 04 behind a proxy: who tells the server that the client has left, and when")
@NeedsEngine({Image.CLIENT, Image.NGINX, Image.HAPROXY})
@Timeout(120)
class ProxyIT {
    /** Twice the time within which a server must have noticed. */
    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final ResultsTable TABLE = new ResultsTable(
            "proxies.adoc", "1,3,2,3,3",
            "Proxy", "Configuration", "The client", "On the server's connection arrives", "Step 04");

    @AutoClose
    private final TestServer server = TestServer.start(Main::configure, settings());

    @AutoClose
    private final ConnectionRecorder recorder = new ConnectionRecorder();

    ProxyIT() throws IOException {
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(ProxySetup.class)
    @Order(1)
    @DisplayName("A client that stays has its answer")
    void stays(ProxySetup setup) {
        try (var proxy = proxy(setup);
             LeavingClient client = curl(proxy.fromContainer(ProxySetup.SERVER))) {
            server.gate().awaitWork();
            server.gate().open();

            assertThat(client.answer().status()).as("The status of the answer through %s", setup).isEqualTo(201);
            assertThat(new ServerFiles(server.directory()).committed()).as("The committed files").hasSize(1);
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"NGINX, FIN", "NGINX_IGNORES, NOTHING",
            "HAPROXY, NOTHING", "HAPROXY_ABORTS, RST", "HAPROXY_DOES_NOT_ABORT, NOTHING"})
    @Order(2)
    @DisplayName("A client that is killed: the proxy tells the server, or does not")
    void killed(ProxySetup setup, Ending expected) throws IOException {
        leaves(setup, expected, "is killed", 0, (proxy, port) -> curl(proxy.fromContainer(port)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"NGINX, FIN", "NGINX_IGNORES, NOTHING",
            "HAPROXY, NOTHING", "HAPROXY_ABORTS, RST", "HAPROXY_DOES_NOT_ABORT, NOTHING"})
    @Order(3)
    @DisplayName("A client that closes its sending side only, and could still read")
    void halfClose(ProxySetup setup, Ending expected) throws IOException {
        leaves(setup, expected, "half-closes", 1, (proxy, port) -> WayOfLeaving.HALF_CLOSE.leavingClient(proxy.fromHere(port)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"NGINX_IMPATIENT, FIN", "HAPROXY_IMPATIENT, RST"})
    @Order(4)
    @DisplayName("A proxy that waits no longer is a client that leaves; its own client has 504")
    void impatient(ProxySetup setup, Ending expected) throws IOException {
        try (var proxy = proxy(setup)) {
            Ending ending;
            try (LeavingClient client = curl(proxy.fromContainer(ProxySetup.RECORDER));
                 Socket connection = recorder.awaitRequest()) {
                ending = ConnectionRecorder.ending(connection, PATIENCE);
                assertThat(client.answer().status()).as("The status that the client has from the proxy").isEqualTo(504);
            }
            try (LeavingClient client = curl(proxy.fromContainer(ProxySetup.SERVER))) {
                server.gate().awaitWork();
                Answer answer = client.answer();
                assertThat(answer.status()).as("The status that the client has from the proxy").isEqualTo(504);
                TABLE.add(2 * setup.ordinal(), setup.proxy(), setup.setting(), "stays, and has 504",
                          ending + ", when the time is over", outcome());
            }
            assertThat(ending).as("What arrives when %s waits no longer", setup).isEqualTo(expected);
        }
    }

    @Test
    @Order(5)
    @DisplayName("The table in the course says what was seen")
    void table() throws IOException {
        TABLE.check();
    }

    private void leaves(ProxySetup setup, Ending expected, String how, int row,
                        BiFunction<ProxyContainer, Integer, LeavingClient> request) throws IOException {
        try (var proxy = proxy(setup)) {
            Ending ending;
            try (LeavingClient client = request.apply(proxy, ProxySetup.RECORDER);
                 Socket connection = recorder.awaitRequest()) {
                client.leave();
                ending = ConnectionRecorder.ending(connection, AT_ONCE);
            }
            try (LeavingClient client = request.apply(proxy, ProxySetup.SERVER)) {
                server.gate().awaitWork();
                client.leave();
                TABLE.add(2 * setup.ordinal() + row, setup.proxy(), setup.setting(), how, words(ending), outcome());
            }
            assertThat(ending).as("What arrives within %s behind %s when the client %s", AT_ONCE, setup, how).isEqualTo(expected);
        }
    }

    private ProxyContainer proxy(ProxySetup setup) {
        return new ProxyContainer(setup, server.uri("/a").getPort(), recorder.port());
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

    private static String words(Ending ending) {
        return ending == Ending.NOTHING ? "nothing" : ending + ", at once";
    }

    private static LeavingClient curl(URI uri) {
        return CurlContainer.start(Network.SHARED, uri);
    }

    private static Map<String, String> settings() {
        var settings = new HashMap<>(HostServer.SETTINGS);
        settings.put("workshop.parts", "1");
        return settings;
    }
}
