package workshop.lab.side;

import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import workshop.lab.server.Origin;
import workshop.testkit.client.Frame;
import workshop.testkit.client.FrameClient;
import workshop.testkit.client.TcpClose;

/**
 * An HTTP/2 connection: each request on it has a stream of its own, and one thread reads for all of them. It stays until a client
 * hangs up with all that is on it, or the server closes it.
 */
final class SharedConnection {
    private static final Duration FOREVER = Duration.ZERO;

    private final FrameClient client;
    private final Map<Integer, CompletableFuture<Integer>> awaited = new HashMap<>(); // the statuses of answers, by stream
    private boolean ended;

    /** Connects; an {@link UncheckedIOException} if the server can't be reached. */
    SharedConnection(URI address) {
        client = FrameClient.connect(address, FOREVER);
        Thread.startVirtualThread(this::read);
    }

    /** Sends a request on the next stream; an {@link UncheckedIOException} if the connection is broken. */
    synchronized SentRequest send(String path) {
        int stream = client.get(path);
        var answer = new CompletableFuture<Integer>();
        awaited.put(stream, answer);
        return new OnStream(this, new Origin(client.port(), stream), answer);
    }

    synchronized boolean hasEnded() {
        return ended;
    }

    private void read() {
        try {
            for (var frame = client.receive(); frame.isPresent(); frame = client.receive()) {
                if (frame.get().endsAnswer()) {
                    int stream = frame.get().stream();
                    complete(stream, client.answer(stream).status());
                }
            }
        } finally {
            end();
        }
    }

    private synchronized void complete(int stream, int status) {
        var answer = awaited.remove(stream);
        if (answer != null) {
            answer.complete(status);
        }
    }

    private synchronized void end() {
        ended = true;
        client.close();
        awaited.values().forEach(answer -> answer.complete(SentRequest.NO_ANSWER));
    }

    private synchronized void hangUp(int stream, WayToHangUp way) {
        ended |= way != WayToHangUp.RST_STREAM;
        try {
            switch (way) {
                case FIN -> client.close(TcpClose.FIN);
                case RST -> client.close(TcpClose.RST);
                case RST_STREAM -> client.send(Frame.reset(stream));
            }
        } catch (UncheckedIOException e) {
            // the server has ended the connection in this moment
        }
        complete(stream, SentRequest.NO_ANSWER);
    }

    private record OnStream(SharedConnection connection, Origin origin, CompletableFuture<Integer> answer) implements SentRequest {
        @Override
        public int status() {
            return answer.join();
        }

        @Override
        public void hangUp(WayToHangUp way) {
            connection.hangUp(origin.request(), way);
        }

        @Override
        public void close() {
            // others are on the connection, too
        }
    }
}
