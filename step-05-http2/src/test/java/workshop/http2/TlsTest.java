package workshop.http2;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import workshop.testkit.client.FrameClient;
import workshop.testkit.exercise.Exercise;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * With TLS, client and server agree on the protocol before the first request (ALPN, RFC 7301): so the JDK's own client speaks HTTP/2.
 */
@DisplayName("Step 05, with TLS")
@Order(6)
class TlsTest extends StreamScenario {
    private static final Duration LONG = Duration.ofSeconds(10);

    private SSLContext trusted;
    private HttpClient client;

    @BeforeEach
    void startWithKey() throws IOException, GeneralSecurityException {
        trusted = TestKey.trusted();
        start(TestKey.settings());
    }

    @AfterEach
    void stopClient() {
        if (client != null) {
            client.shutdownNow();
        }
    }

    @Test
    @Order(1)
    @DisplayName("Given: a client that offers only HTTP/1.1 has its answer in HTTP/1.1")
    void http1() throws IOException, InterruptedException {
        server.gate().openForGood();
        client = client(HttpClient.Version.HTTP_1_1);
        var answer = client.send(request(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as("The status of the answer").isEqualTo(201);
        assertThat(answer.version()).as("The protocol").isEqualTo(HttpClient.Version.HTTP_1_1);
    }

    @Exercise(hint = "When FrameWatchTest is green, this is too: the JDK's client cancels by RST_STREAM.")
    @Order(2)
    @DisplayName("The JDK's client cancels one request of three: it alone is cleaned up, and the others are answered")
    void cancelled() {
        client = client(HttpClient.Version.HTTP_2);
        var answers = Stream.generate(() -> client.sendAsync(request(), HttpResponse.BodyHandlers.ofString())).limit(3).toList();
        awaitWork(3);
        answers.get(1).cancel(true);
        assertThat(notices(1)).as("Notices of a request that the client has cancelled").isEqualTo(1);

        server.gate().openForGood();
        for (CompletableFuture<HttpResponse<String>> answer : List.of(answers.getFirst(), answers.getLast())) {
            var received = answer.orTimeout(LONG.toMillis(), TimeUnit.MILLISECONDS).join();
            assertThat(received.statusCode()).as("The status of the others").isEqualTo(201);
            assertThat(received.version()).as("The protocol").isEqualTo(HttpClient.Version.HTTP_2);
        }
        server.stop();
        assertThat(server.log().count(CLIENT_GONE)).as("Notices in the end").isEqualTo(1);
    }

    @Exercise(hint = "FrameWatch.ended: the end of the connection is the leaving of all that are left.")
    @Order(3)
    @DisplayName("A client that says good-bye in TLS (close_notify) leaves all its requests")
    void closeNotify() throws IOException {
        var socket = (SSLSocket) trusted.getSocketFactory().createSocket("localhost", server.uri("/").getPort());
        var parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {"h2"});
        socket.setSSLParameters(parameters);
        try (var client = FrameClient.on(socket)) {
            assertThat(socket.getApplicationProtocol()).as("The protocol that both agree on").isEqualTo("h2");
            working(client, 2);
            socket.shutdownOutput();
            assertThat(notices(2)).as("Notices of two requests whose client has sent close_notify").isEqualTo(2);
        }
    }

    private HttpClient client(HttpClient.Version version) {
        return HttpClient.newBuilder().version(version).sslContext(trusted).connectTimeout(LONG).build();
    }

    private HttpRequest request() {
        return HttpRequest.newBuilder(URI.create("https://localhost:" + server.uri("/").getPort() + "/a")).timeout(LONG).build();
    }
}
