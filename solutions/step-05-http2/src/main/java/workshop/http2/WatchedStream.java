package workshop.http2;

import java.nio.ByteBuffer;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;

import io.helidon.http.http2.Http2ErrorCode;

import workshop.detection.CloseWatch;
import workshop.plumbing.connection.SocketReads;

/**
 * One stream of an HTTP/2 connection, as the detection of step 02 sees a connection: something to read, which ends when the client
 * has left. What a client sends on it is no concern of this reader; Helidon has that.
 */
final class WatchedStream implements SocketReads {
    private final int number;
    private final BooleanSupplier closedByServer;
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile Thread handler;

    WatchedStream(int number, BooleanSupplier closedByServer) {
        this.number = number;
        this.closedByServer = closedByServer;
    }

    /** Handles its request; a watch can be opened on this thread meanwhile. */
    void handle(Runnable request) {
        handler = Thread.currentThread();
        CloseWatch.handle(this, request);
    }

    /** Ends the read: the client has left, or nobody cares any more. */
    void end() {
        end.countDown();
    }

    /** Interrupts whoever handles the request, as Helidon does when it stops. */
    void interrupt() {
        if (handler != null) {
            handler.interrupt();
        }
    }

    /** Adds a frame that resets this stream. */
    void addReset(ByteBuffer frames) {
        frames.putInt(Integer.BYTES << 8 | FrameWatch.RST_STREAM).put((byte) 0).putInt(number).putInt(Http2ErrorCode.CANCEL.code());
    }

    @Override
    public byte[] get() {
        try {
            end.await();
            return null;
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts a read", e);
        }
    }

    @Override
    public int unread() {
        return 0;
    }

    @Override
    public boolean closedByServer() {
        return closedByServer.getAsBoolean();
    }
}
