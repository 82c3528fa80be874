package workshop.clients;

import java.io.IOException;
import java.net.URI;
import java.util.List;

import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;

import workshop.testkit.wait.Background;

/**
 * {@link OkHttpClient} of Square.
 */
final class OkHttp implements JvmClient {
    private final OkHttpClient http = new OkHttpClient();

    @Override
    public String name() {
        return "OkHttp";
    }

    @Override
    public int get(URI uri) throws IOException {
        return answer(call(http, uri));
    }

    private static Call call(OkHttpClient http, URI uri) {
        return http.newCall(new Request.Builder().url(uri.toString()).build());
    }

    private static int answer(Call call) throws IOException {
        try (var answer = call.execute()) {
            answer.body().bytes();
            return answer.code();
        }
    }

    private int getWithTimeout(URI uri) throws IOException {
        // tag::time-out[]
        OkHttpClient impatient = http.newBuilder().callTimeout(LIMIT).build();
        return answer(call(impatient, uri)); // InterruptedIOException: the connection is closed
        // end::time-out[]
    }

    private int getWithReadTimeout(URI uri) throws IOException {
        return answer(call(http.newBuilder().readTimeout(LIMIT).build(), uri));
    }

    @Override
    public List<WayToGiveUp> ways() {
        return List.of(
                WayToGiveUp.byItself("`callTimeout`", this::getWithTimeout),
                WayToGiveUp.byItself("`readTimeout`", this::getWithReadTimeout),
                new WayToGiveUp("`cancel`", uri -> {
                    Call call = call(http, uri);
                    Background.run(() -> answer(call));
                    return call::cancel;
                }),
                WayToGiveUp.interrupted(this::get),
                WayToGiveUp.interruptedPlatformThread(this::get));
    }

    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
