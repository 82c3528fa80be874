package workshop.clients;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * {@link HttpClient} of the JDK. By default, it asks for HTTP/2 with its first request, and takes HTTP/1.1 for an answer.
 */
final class JdkClient implements JvmClient {
    private final HttpClient http;

    private JdkClient(HttpClient http) {
        this.http = http;
    }

    /** As it is by default. */
    static JdkClient byDefault() {
        return new JdkClient(HttpClient.newHttpClient());
    }

    /** One that never asks for HTTP/2. */
    static JdkClient ofHttp11() {
        return new JdkClient(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
    }

    @Override
    public String name() {
        return "`HttpClient` of the JDK";
    }

    @Override
    public int get(URI uri) throws IOException, InterruptedException {
        return send(uri).statusCode();
    }

    private HttpResponse<String> send(URI uri) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    /** Asks, and waits for nothing. */
    CompletableFuture<HttpResponse<String>> sendAsync(URI uri) {
        return http.sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> sendWithTimeout(URI uri) throws IOException, InterruptedException {
        // tag::time-out[]
        var request = HttpRequest.newBuilder(uri).timeout(LIMIT).build();
        return http.send(request, BodyHandlers.ofString()); // HttpTimeoutException: the connection is closed
        // end::time-out[]
    }

    private CompletableFuture<HttpResponse<String>> sendAsyncOrTimeOut(URI uri) {
        // tag::or-timeout[]
        return sendAsync(uri).orTimeout(LIMIT.toMillis(), TimeUnit.MILLISECONDS); // nobody tells the server
        // end::or-timeout[]
    }

    @Override
    public List<WayToGiveUp> ways() {
        return List.of(
                WayToGiveUp.byItself("`HttpRequest.timeout`", this::sendWithTimeout),
                WayToGiveUp.interrupted(this::send),
                WayToGiveUp.interruptedPlatformThread(this::send),
                new WayToGiveUp("`cancel` of the future of `sendAsync`", uri -> {
                    var answer = sendAsync(uri);
                    return () -> answer.cancel(true);
                }),
                new WayToGiveUp("`cancel` of a future derived from it, as by `thenApply`", uri -> {
                    var status = sendAsync(uri).thenApply(HttpResponse::statusCode);
                    return () -> status.cancel(true);
                }),
                new WayToGiveUp("`shutdownNow`", uri -> {
                    sendAsync(uri);
                    return http::shutdownNow;
                }),
                new WayToGiveUp("`close`, on another thread", uri -> {
                    sendAsync(uri);
                    return () -> Thread.startVirtualThread(http::close);
                }),
                WayToGiveUp.timesOut("`orTimeout` on the future", this::sendAsyncOrTimeOut),
                WayToGiveUp.waitsNoLonger(this::sendAsync),
                WayToGiveUp.timesOut("`orTimeout` on a `supplyAsync` around `send`",
                                     uri -> supplyAsync(uri).orTimeout(LIMIT.toMillis(), TimeUnit.MILLISECONDS)),
                new WayToGiveUp("`cancel` of a `supplyAsync` around `send`", uri -> {
                    var answer = supplyAsync(uri);
                    return () -> answer.cancel(true);
                }),
                WayToGiveUp.byItself("`invokeAll` with a limit, each `send` on a virtual thread", this::invokeAll));
    }

    private CompletableFuture<HttpResponse<String>> supplyAsync(URI uri) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return send(uri);
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }, Thread::startVirtualThread);
    }

    private Object invokeAll(URI uri) throws InterruptedException, ExecutionException {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            return executor.invokeAll(List.of(() -> send(uri)), LIMIT.toMillis(), TimeUnit.MILLISECONDS).getFirst().get();
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
