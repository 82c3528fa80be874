package workshop.clients;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;

/**
 * The HTTP client of Vert.x.
 */
final class VertxClient implements JvmClient {
    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http = vertx.createHttpClient();

    @Override
    public String name() {
        return "Vert.x";
    }

    @Override
    public int get(URI uri) throws Exception {
        return http.request(options(uri)).compose(HttpClientRequest::send)
                .compose(answer -> answer.body().map(answer.statusCode()))
                .toCompletionStage().toCompletableFuture().get();
    }

    private static RequestOptions options(URI uri) {
        return new RequestOptions().setMethod(HttpMethod.GET).setAbsoluteURI(uri.toString());
    }

    private CompletableFuture<HttpClientResponse> send(RequestOptions options) {
        return http.request(options).compose(HttpClientRequest::send).toCompletionStage().toCompletableFuture();
    }

    private Object getWithTimeout(URI uri) throws Exception {
        // tag::time-out[]
        var impatient = options(uri).setIdleTimeout(LIMIT.toMillis()); // TimeoutException: the connection is closed
        Future<HttpClientResponse> answer = http.request(impatient).compose(HttpClientRequest::send);
        // end::time-out[]
        return answer.toCompletionStage().toCompletableFuture().get();
    }

    @Override
    public List<WayToGiveUp> ways() {
        return List.of(
                WayToGiveUp.byItself("`setIdleTimeout` of the request", this::getWithTimeout),
                new WayToGiveUp("`reset` of the request", uri -> {
                    HttpClientRequest request = http.request(options(uri)).toCompletionStage().toCompletableFuture().get();
                    request.send();
                    return request::reset;
                }),
                WayToGiveUp.waitsNoLonger(uri -> send(options(uri))),
                WayToGiveUp.timesOut("`Future.timeout`", uri -> http.request(options(uri)).compose(HttpClientRequest::send)
                        .timeout(LIMIT.toMillis(), TimeUnit.MILLISECONDS).toCompletionStage().toCompletableFuture()));
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
