package workshop.clients;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;

import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/**
 * {@link RestClient} of Spring, on the JDK's client, which is its default.
 */
final class SpringClient implements JvmClient {
    private final HttpClient http = HttpClient.newHttpClient();

    @Override
    public String name() {
        return "`RestClient` of Spring, on the JDK's `HttpClient`";
    }

    @Override
    public int get(URI uri) {
        return get(new JdkClientHttpRequestFactory(http), uri);
    }

    private static int get(JdkClientHttpRequestFactory factory, URI uri) {
        var client = RestClient.builder().requestFactory(factory).build();
        return client.get().uri(uri).exchange((_, answer) -> answer.getStatusCode().value());
    }

    private int getWithTimeout(URI uri) {
        // tag::time-out[]
        var impatient = new JdkClientHttpRequestFactory(http);
        impatient.setReadTimeout(LIMIT);
        return get(impatient, uri); // ResourceAccessException: the connection is closed
        // end::time-out[]
    }

    @Override
    public List<WayToGiveUp> ways() {
        return List.of(
                WayToGiveUp.byItself("`setReadTimeout` of the request factory", this::getWithTimeout),
                WayToGiveUp.interrupted(this::get),
                WayToGiveUp.interruptedPlatformThread(this::get));
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
