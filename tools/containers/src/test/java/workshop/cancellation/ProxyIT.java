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

import workshop.testkit.client.ConnectionRecorder.Ending;
import workshop.testkit.client.ConnectionRecorder;
import workshop.testkit.client.Frame;
import workshop.testkit.client.FrameClient;
import workshop.testkit.client.LeavingClient;
import workshop.testkit.client.WayOfLeaving;
import workshop.testkit.container.CurlWayOfLeaving;
import workshop.testkit.container.HostServer;
import workshop.testkit.container.Http2WayOfLeaving;
import workshop.testkit.container.Image;
import workshop.testkit.container.NeedsEngine;
import workshop.testkit.results.ResultsTable;
import workshop.testkit.server.ServerFiles;
import workshop.testkit.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Steps 04 and 05 behind a proxy: who tells the server that the client has left, and when")
@NeedsEngine({Image.CLIENT, Image.NGINX, Image.HAPROXY})
@Timeout(120)
class ProxyIT {
    /** Twice the time within which a server must have noticed. */
    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    private static final ResultsTable TABLE = table("proxies.adoc", "Step 04");
    private static final ResultsTable HTTP2_TABLE = table("proxies-http2.adoc", "Step 05");

    @AutoClose
    private final ConnectionRecorder recorder = new ConnectionRecorder();
    @AutoClose
    private TestServer server;

    private enum Departure {
        KILLED("is killed"),
        RESET("resets its request"), // by the frame of HTTP/2
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
        try (var proxy = proxy(setup, recorder.port());
             LeavingClient client = client(setup, proxy, ProxySetup.SERVER, Departure.NONE)) {
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
            "HAPROXY_IMPATIENT, NONE, RST",
            "NGINX_HTTP2, RESET, FIN", "NGINX_HTTP2, KILLED, FIN",
            "NGINX_HTTP2_IGNORES, RESET, NOTHING", "NGINX_HTTP2_IGNORES, KILLED, NOTHING",
            "HAPROXY_HTTP2, RESET, RST", "HAPROXY_HTTP2, KILLED, NOTHING",
            "HAPROXY_HTTP2_ABORTS, RESET, RST", "HAPROXY_HTTP2_ABORTS, KILLED, RST"})
    @Order(2)
    @DisplayName("A client that leaves, or has waited long enough for the proxy: it tells the server, or does not")
    void leaves(ProxySetup setup, Departure departure, Ending expected) throws IOException {
        try (var proxy = proxy(setup, recorder.port())) {
            Ending ending;
            try (LeavingClient client = client(setup, proxy, ProxySetup.RECORDER, departure);
                 Socket connection = recorder.awaitRequest()) {
                depart(client, departure);
                ending = ConnectionRecorder.ending(connection, AT_ONCE);
            }
            try (LeavingClient client = client(setup, proxy, ProxySetup.SERVER, departure)) {
                server.gate().awaitWork();
                depart(client, departure);
                table(setup).add(Departure.values().length * setup.ordinal() + departure.ordinal(),
                                 setup.proxy, setup.setting, departure.words, words(ending, departure), outcome());
            }
            assertThat(ending).as("What arrives within %s behind %s when the client %s", AT_ONCE, setup, departure.words)
                    .isEqualTo(expected);
        }
    }

    @Test
    @Order(3)
    @DisplayName("With HTTP/2 to the server, too, one request of two is reset there, and the other is answered")
    void passesOn() throws IOException {
        var setup = ProxySetup.HAPROXY_HTTP2_BEHIND;
        try (var listener = new FrameRecorder(); var proxy = proxy(setup, listener.port())) {
            try (var client = FrameClient.connect(here(proxy, ProxySetup.RECORDER))) {
                client.get("/a");
                int left = client.get("/a");
                var requests = listener.await(Frame.HEADERS, 2, FrameRecorder.CAP);
                client.send(Frame.reset(left));
                assertThat(listener.await(Frame.RST_STREAM, 1, AT_ONCE)).as("The streams that are reset behind %s, of %s", setup, requests)
                        .containsExactly(requests.getLast());
            }
            try (var client = FrameClient.connect(here(proxy, ProxySetup.SERVER))) {
                int stays = client.get("/a");
                int left = client.get("/a");
                server.gate().awaitWork();
                server.gate().awaitWork();
                client.send(Frame.reset(left));
                assertThat(server.log().await(Outcome.CLIENT_GONE.message(), 1, AT_ONCE)).as("Notices").isEqualTo(1);
                server.gate().openForGood();
                assertThat(client.answer(stays).status()).as("The status of the other answer through %s", setup).isEqualTo(201);
            }
        }
        HTTP2_TABLE.add(Integer.MAX_VALUE, setup.proxy, setup.setting, "resets one request of two", "RST_STREAM, at once",
                        "rolls back that one at once, and answers the other");
    }

    @Test
    @Order(4)
    @DisplayName("The tables in the course say what was seen")
    void tables() throws IOException {
        TABLE.check();
        HTTP2_TABLE.check();
    }

    private static ResultsTable table(String file, String server) {
        return new ResultsTable(file, "1,3,2,3,3", "Proxy", "Configuration", "The client", "On the server's connection arrives", server);
    }

    private static ResultsTable table(ProxySetup setup) {
        return setup.isHttp2() ? HTTP2_TABLE : TABLE;
    }

    /** Who half-closes or resets is in this JVM; the others are curl in a container. */
    private static LeavingClient client(ProxySetup setup, GenericContainer<?> proxy, int port, Departure departure) {
        return switch (departure) {
            case HALF_CLOSED -> WayOfLeaving.HALF_CLOSE.leavingClient(here(proxy, port));
            case RESET -> resetting(FrameClient.connect(here(proxy, port)));
            case KILLED, NONE -> (setup.isHttp2() ? Http2WayOfLeaving.CURL_KILLED : CurlWayOfLeaving.KILLED)
                    .leavingClient(uri(ProxySetup.ALIAS, port));
        };
    }

    private static LeavingClient resetting(FrameClient client) {
        int stream = client.get("/a");
        return LeavingClient.of(client, _ -> client.send(Frame.reset(stream)), _ -> client.answer(stream), FrameClient::close);
    }

    /** How this JVM reaches a port of the proxy. */
    private static URI here(GenericContainer<?> proxy, int port) {
        return uri(proxy.getHost(), proxy.getMappedPort(port));
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

    /** Starts the server, and the proxy in front of it and of a recorder. */
    private GenericContainer<?> proxy(ProxySetup setup, int recorder) {
        server = TestServer.start(setup.isHttp2() ? workshop.http2.Main::configure : Main::configure, settings());
        return setup.start(server.uri("/a").getPort(), recorder);
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
