package workshop.room;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.CountDownLatch;

/**
 * What lies between a learner's machine and the room. While it is lost, nothing arrives and nobody is told, as with a wireless
 * network; once it is back, what was on its way arrives late.
 */
final class Network implements AutoCloseable {
    private static final int BUFFER = 4096;

    private final ServerSocket near = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    private final URI far;
    private volatile CountDownLatch back = new CountDownLatch(0);

    Network(URI far) throws IOException {
        this.far = far;
        Thread.startVirtualThread(this::accept);
    }

    /** The room, as the learner reaches it. */
    URI address() {
        return URI.create("http://localhost:" + near.getLocalPort());
    }

    boolean isLost() {
        return back.getCount() > 0;
    }

    void lose() {
        back = new CountDownLatch(1);
    }

    void restore() {
        back.countDown();
    }

    private void accept() {
        try {
            while (true) {
                Socket learner = near.accept();
                var room = new Socket(far.getHost(), far.getPort());
                Thread.startVirtualThread(() -> carry(learner, room));
                Thread.startVirtualThread(() -> carry(room, learner));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void carry(Socket one, Socket other) {
        try (one; other; InputStream in = one.getInputStream(); OutputStream out = other.getOutputStream()) {
            byte[] bytes = new byte[BUFFER];
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                back.await();
                out.write(bytes, 0, read);
            }
        } catch (IOException e) {
            // one side has closed the connection, so the other one is closed, too
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        restore();
        near.close();
    }
}
