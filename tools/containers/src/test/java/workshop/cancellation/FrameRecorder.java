package workshop.cancellation;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.helidon.http.http2.Http2Util;

import workshop.testkit.client.Frame;

/**
 * A server of HTTP/2 that answers nothing, and tells which frames come on its first connection.
 */
final class FrameRecorder implements AutoCloseable {
    static final Duration CAP = Duration.ofSeconds(10);

    private final ServerSocket listener = new ServerSocket(0);
    private Socket connection;
    private DataInputStream in;

    /** Listens on a free port of all addresses. */
    FrameRecorder() throws IOException {
        listener.setSoTimeout((int) CAP.toMillis());
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Waits for so many more frames of a type, and returns the numbers of their streams; an exception if nothing comes in time. */
    List<Integer> await(int type, int many, Duration time) throws IOException {
        if (connection == null) {
            accept();
        }
        connection.setSoTimeout((int) time.toMillis());
        var streams = new ArrayList<Integer>();
        while (streams.size() < many) {
            var frame = Frame.read(in);
            if (frame.type() == type) {
                streams.add(frame.stream());
            }
        }
        return streams;
    }

    private void accept() throws IOException {
        connection = listener.accept();
        in = new DataInputStream(connection.getInputStream());
        in.skipNBytes(Http2Util.PREFACE_LENGTH);
        connection.getOutputStream().write(new Frame(Frame.SETTINGS, 0, 0, new byte[0]).bytes());
    }

    @Override
    public void close() throws IOException {
        listener.close();
        if (connection != null) {
            connection.close();
        }
    }
}
