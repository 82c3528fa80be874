package workshop.detection;

import java.util.function.Supplier;

import io.helidon.webserver.CloseConnectionException;

import workshop.plumbing.connection.KeptBytes;
import workshop.plumbing.connection.SocketReads;

/**
 * Reads the socket of one connection, for Helidon and for the {@link CloseWatch} of the current request.
 * <p>
 * TCP tells that a client has left only to those who read. While a watch is open, one read waits in the background:
 * bytes that arrive are kept for the next reader, in order; the end of the stream, or a broken connection, means that
 * the client has left (RFC 9112, section 9.5). A read that is under way can't be taken back, so it never is: it
 * outlives its watch, and then turns out to be the next request.
 */
final class BackgroundRead implements Supplier<byte[]> {
    /** Where the thread of a connection finds its reads. */
    static final ScopedValue<BackgroundRead> CURRENT = ScopedValue.newInstance();

    /** Unread input up to this many bytes does not hide a client that leaves; more is not read ahead of a handler. */
    static final int LIMIT = 64 * 1024;

    private final SocketReads socket;

    /** Nobody watches, nothing is kept, no read is under way: the connection's own thread, which alone uses this, reads. */
    private boolean direct = true;

    // From here on: under this object's lock.
    private CloseWatch watch;
    private int unread;
    private final KeptBytes kept = new KeptBytes();
    private boolean reading; // a read is under way in the background, or about to be
    private boolean ended;
    private RuntimeException failure;
    private boolean clientGone;

    BackgroundRead(SocketReads socket) {
        this.socket = socket;
    }

    /** The next bytes for Helidon, or {@code null} at the end of the stream. */
    @Override
    public byte[] get() {
        return direct ? socket.get() : next();
    }

    /** Lets a watch know of a client that leaves, once the watch is armed. Called on the connection's own thread. */
    synchronized void open(CloseWatch opened) {
        if (watch != null) {
            throw new IllegalStateException("This request has an open watch already: complete that one first");
        }
        watch = opened;
        unread = socket.unread();
        direct = false;
    }

    /** Begins to read for a watch, if it is still open. */
    synchronized void arm(CloseWatch opened) {
        if (watch == opened) {
            readAhead();
        }
    }

    /** Ends a watch. When this returns, its listener neither runs nor will: it runs under the same lock. */
    synchronized void close(CloseWatch opened) {
        if (watch == opened) {
            watch = null;
        }
    }

    /** Starts a read in the background, unless one is under way or enough is kept. */
    private void readAhead() {
        // TODO step 02, 1 of 4: this is called while a watch is open. If the client is known to be gone, tell the watch.
        //  Otherwise, if no read is under way (reading), the stream has not ended and there is room, start read() on a
        //  virtual thread; from now on, a read is under way.
    }

    /** Reads for as long as somebody watches and there is room. */
    private void read() {
        // TODO step 02, 2 of 4: read from the socket, and hand what comes to arrived: the bytes, or the failure.
        //  Go on for as long as it says so.
    }

    /** Keeps what has arrived, gives notice of a client that has left, and tells whether to read on. */
    private synchronized boolean arrived(byte[] bytes, RuntimeException broken) {
        // TODO step 02, 3 of 4: keep the bytes, or note the end. Is the client gone, or did the server close? Tell an
        //  open watch. Set reading, and return it: is there somebody who watches, and room? Wake up a reader that waits.
        return false;
    }

    /** What the background has read, in order; then what comes from the socket. */
    private byte[] next() {
        // TODO step 02, 4 of 4: hand over what is kept, in order. If nothing is, wait for the read that is under way; while
        //  a watch is open there has to be one. Then say how the stream ended. Read directly only where nothing is kept,
        //  nothing is under way and nobody watches. Take the lock for the fields, and never for socket.get().
        direct = true;
        return socket.get();
    }

    private void await() {
        try {
            wait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // Helidon may ask again, for the rest of a body: that must not wait, either
            throw new CloseConnectionException("The server stops, and this connection waits for its next request", e);
        }
    }
}
