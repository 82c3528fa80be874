package workshop.clients;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;

import org.apache.hc.client5.http.async.methods.SimpleRequestBuilder;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.util.Timeout;

import workshop.testkit.wait.Background;

/**
 * HttpClient 5 of Apache, and its asynchronous brother.
 * <p>
 * Chance decides whether {@code cancel} reaches the request of the asynchronous one, so it is no row: its {@code AsyncConnectExec} and
 * its I/O thread both set what there is to cancel, and where the connection's comes last, nothing happens.
 */
final class ApacheClient implements JvmClient {
    private final CloseableHttpClient http = HttpClients.createDefault();
    private final CloseableHttpAsyncClient asynchronous = HttpAsyncClients.createDefault();

    ApacheClient() {
        asynchronous.start();
    }

    @Override
    public String name() {
        return "Apache HttpClient 5";
    }

    @Override
    public int get(URI uri) throws IOException {
        return answer(new HttpGet(uri));
    }

    private int answer(HttpGet request) throws IOException {
        return http.execute(request, answer -> {
            EntityUtils.consume(answer.getEntity());
            return answer.getCode();
        });
    }

    private int getWithTimeout(URI uri) throws IOException {
        // tag::time-out[]
        var request = new HttpGet(uri);
        request.setConfig(RequestConfig.custom().setResponseTimeout(Timeout.of(LIMIT)).build());
        return answer(request); // SocketTimeoutException: the connection is closed
        // end::time-out[]
    }

    @Override
    public List<WayToGiveUp> ways() {
        return List.of(
                WayToGiveUp.byItself("`setResponseTimeout`", this::getWithTimeout),
                new WayToGiveUp("`abort` of the request", uri -> {
                    var request = new HttpGet(uri);
                    Background.run(() -> answer(request));
                    return request::abort;
                }),
                WayToGiveUp.waitsNoLonger(uri -> asynchronous.execute(SimpleRequestBuilder.get(uri).build(), null)),
                WayToGiveUp.interrupted(this::get),
                WayToGiveUp.interruptedPlatformThread(this::get));
    }

    @Override
    public void close() {
        try (http; asynchronous) {
            // both
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
