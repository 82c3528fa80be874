package workshop.http2;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

import workshop.testkit.client.Frame;
import workshop.testkit.client.FrameClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The bodies that a client sends on one connection, as the windows of the server allow it (RFC 9113, section 5.2).
 */
final class Uploads {
    private static final byte[] FRAME = new byte[FrameTap.MAX_PAYLOAD];
    private static final int CONNECTION = 0;

    /** How many frames a server takes of a body that it does not read. */
    static final int WINDOW = StreamsSelector.UNREAD_BODY / FRAME.length;

    private final FrameClient client;
    private final Map<Integer, Integer> sent = new HashMap<>(); // bytes, by stream, and those of the connection

    Uploads(FrameClient client) {
        this.client = client;
    }

    /** Sends frames of a body, each as soon as there is room for it. */
    void send(int stream, int frames) {
        for (int i = 0; i < frames; i++) {
            boolean room = client.awaitFrame(_ -> hasRoom(stream, StreamsSelector.UNREAD_BODY) && hasRoom(CONNECTION, 0xffff));
            assertThat(room).as("Room for more of the body on stream %d, before the connection ends", stream).isTrue();
            client.send(Frame.data(0, stream, FRAME));
            sent.merge(stream, FRAME.length, Integer::sum);
            sent.merge(CONNECTION, FRAME.length, Integer::sum);
        }
    }

    private boolean hasRoom(int stream, int initialWindow) {
        int updates = client.frames(stream).stream().filter(frame -> frame.type() == Frame.WINDOW_UPDATE)
                .mapToInt(frame -> ByteBuffer.wrap(frame.payload()).getInt()).sum();
        return initialWindow + updates - sent.getOrDefault(stream, 0) >= FRAME.length;
    }
}
