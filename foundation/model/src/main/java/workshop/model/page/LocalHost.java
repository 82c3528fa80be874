package workshop.model.page;

import java.util.stream.Stream;

/**
 * This machine, as a browser on it names it in {@code Host} and {@code Origin} when it asks a server here. Where another site's name
 * is made to lead here (DNS rebinding), the browser still sends that name.
 *
 * @param port the port of the server
 */
public record LocalHost(int port) {
    /** A browser leaves this port out. */
    private static final int HTTP_PORT = 80;

    /** Whether what a request is for is the server here; {@code null} if it does not say that. */
    public boolean isNamed(String authority) {
        return names().anyMatch(name -> name.equalsIgnoreCase(authority));
    }

    private Stream<String> names() {
        return Stream.of("localhost", "127.0.0.1", "[::1]")
                .flatMap(name -> port == HTTP_PORT ? Stream.of(name, name + ":" + port) : Stream.of(name + ":" + port));
    }
}
