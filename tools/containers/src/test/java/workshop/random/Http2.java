package workshop.random;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

import io.helidon.http.Method;

import workshop.testkit.client.Answer;
import workshop.testkit.client.Frame;
import workshop.testkit.client.FrameClient;

/**
 * In HTTP/2, each request has a stream, which may be reset.
 */
final class Http2 implements Conversation {
    private final FrameClient client;
    private final Map<Integer, Integer> streams = new HashMap<>(); // by the numbers of their requests

    Http2(Socket connected) throws IOException {
        client = FrameClient.on(connected);
    }

    @Override
    public byte[] sent(PlannedRequest request) {
        boolean hasBody = request.bodyLength() > 0;
        var head = client.head(Method.create(request.method()), request.target(), hasBody ? 0 : Frame.END_STREAM);
        streams.put(request.number(), head.stream());
        if (!hasBody) {
            return head.bytes();
        }
        int end = request.givenUp().isPresent() ? 0 : Frame.END_STREAM; // who gives up may do so in the middle of a body
        return Frame.bytes(head, Frame.data(end, head.stream(), new byte[request.bodyLength()]));
    }

    @Override
    public Optional<Answer> received(PlannedRequest request) throws IOException {
        int stream = streams.get(request.number());
        if (request.givenUp().isPresent()) {
            LockSupport.parkNanos(request.givenUp().get().toNanos());
            client.send(Frame.reset(stream));
            return Optional.empty();
        }
        try {
            return Optional.of(client.answer(stream));
        } catch (AssertionError e) {
            if (e.getCause() instanceof SocketTimeoutException late) {
                throw late;
            }
            throw e;
        }
    }
}
