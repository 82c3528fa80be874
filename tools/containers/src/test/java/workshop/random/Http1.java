package workshop.random;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

import workshop.testkit.client.Answer;
import workshop.testkit.client.SocketClient;

/**
 * In HTTP/1.1, answers come in the order of their requests.
 */
final class Http1 implements Conversation {
    private final SocketClient client;

    Http1(Socket connected, Duration cap) throws IOException {
        client = SocketClient.on(connected, cap);
    }

    @Override
    public byte[] sent(PlannedRequest request) {
        String length = request.method().equals("POST") ? "Content-Length: " + request.bodyLength() + "\r\n" : "";
        String head = "%s %s HTTP/1.1\r\nHost: localhost\r\n%s\r\n".formatted(request.method(), request.target(), length);
        return (head + "x".repeat(request.bodyLength())).getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public Optional<Answer> received(PlannedRequest request) throws IOException {
        return Optional.of(client.receive(!request.isHead()));
    }
}
