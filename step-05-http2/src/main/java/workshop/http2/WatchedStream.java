package workshop.http2;

import java.nio.ByteBuffer;
import java.util.concurrent.locks.LockSupport;
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
    private volatile Thread handler;
    private volatile Thread reader;
    private volatile boolean ended;

    WatchedStream(int number, BooleanSupplier closedByServer) {
        this.number = number;
        this.closedByServer = closedByServer;
    }

    int number() {
        return number;
    }

    /** Handles its request; a watch can be opened on this thread meanwhile. */
    void handle(Runnable request) {
        handler = Thread.currentThread();
        CloseWatch.handle(this, request);
    }

    /** Ends the read: the client has left, or nobody cares any more. */
    void end() {
        ended = true;
        LockSupport.unpark(reader);
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

    /** Parks by itself: a latch would take more memory, and stack, for each request that waits. Nobody interrupts it. */
    @Override
    public byte[] get() {
        reader = Thread.currentThread();
        while (!ended) {
            LockSupport.park(this);
        }
        return null;
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
