package workshop.bench;

import java.nio.charset.StandardCharsets;

/**
 * The requests that are sent, byte for byte.
 */
final class Request {
    static final String TRIVIAL = "/trivial";
    static final String WAITING = "/waiting";
    static final String STAGING = "/a";

    private Request() {
    }

    static byte[] get(String path) {
        return ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    }
}
