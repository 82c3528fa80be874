package workshop.clients;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;

import workshop.testkit.wait.Background;

/**
 * {@link HttpURLConnection}, the JDK's oldest client. Its connections are in one pool for the whole JVM.
 */
final class UrlConnectionClient implements JvmClient {
    @Override
    public String name() {
        return "`HttpURLConnection`";
    }

    @Override
    public int get(URI uri) throws IOException {
        return answer(open(uri));
    }

    private static HttpURLConnection open(URI uri) throws IOException {
        return (HttpURLConnection) uri.toURL().openConnection();
    }

    /** Reads all, so that the connection can be used again. */
    private static int answer(HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        try (var body = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            body.readAllBytes();
        }
        return status;
    }

    private static int getWithTimeout(URI uri) throws IOException {
        // tag::time-out[]
        var connection = (HttpURLConnection) uri.toURL().openConnection();
        connection.setReadTimeout((int) LIMIT.toMillis()); // SocketTimeoutException: the connection is closed
        return connection.getResponseCode();
        // end::time-out[]
    }

    @Override
    public List<WayToGiveUp> ways() {
        return List.of(
                WayToGiveUp.byItself("`setReadTimeout`", UrlConnectionClient::getWithTimeout),
                new WayToGiveUp("`disconnect`, on another thread", uri -> {
                    HttpURLConnection connection = open(uri);
                    Background.run(() -> answer(connection));
                    return connection::disconnect;
                }),
                WayToGiveUp.interrupted(this::get),
                WayToGiveUp.interruptedPlatformThread(this::get));
    }

    @Override
    public void close() {
        // the pool is the JVM's
    }
}
