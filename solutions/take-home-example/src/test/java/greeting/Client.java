package greeting;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;

/**
 * A client that speaks one version of HTTP, and can leave: in HTTP/1.1 with its connection, in HTTP/2 with {@code RST_STREAM}.
 */
final class Client implements AutoCloseable {
    private final AtomicInteger connections = new AtomicInteger();
    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http;

    Client(HttpVersion version, int port) {
        var options = new HttpClientOptions().setProtocolVersion(version).setHttp2ClearTextUpgrade(false).setDefaultPort(port);
        http = vertx.httpClientBuilder().with(options).withConnectHandler(connection -> connections.incrementAndGet()).build();
    }

    /** A request, to be sent; and to be left, with {@link HttpClientRequest#reset()}. */
    HttpClientRequest get(String path) throws Exception {
        return done(http.request(HttpMethod.GET, path));
    }

    /** The text that a path answers with. It is asked for on the client's own thread: on another one, it may be over by then. */
    Future<String> text(String path) {
        return http.request(HttpMethod.GET, path)
                .compose(request -> request.send().compose(HttpClientResponse::body))
                .map(Buffer::toString);
    }

    /** Waits for that. */
    String textOf(String path) throws Exception {
        return done(text(path));
    }

    /** The status that a change is answered with. */
    int put(String path, String json) throws Exception {
        var request = done(http.request(HttpMethod.PUT, path));
        return done(request.putHeader("Content-Type", "application/json").send(Buffer.buffer(json))).statusCode();
    }

    static <T> T done(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    /** How many it has opened. */
    int connections() {
        return connections.get();
    }

    @Override
    public void close() throws Exception {
        done(vertx.close());
    }
}
