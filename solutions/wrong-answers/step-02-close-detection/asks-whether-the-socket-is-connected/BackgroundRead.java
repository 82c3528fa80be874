package workshop.detection;

import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

import workshop.plumbing.connection.SocketReads;

/** Asks the socket whether it is connected, and reads nothing. */
final class BackgroundRead implements Supplier<byte[]> {
    /** Where the thread of a connection finds its reads. */
    static final ScopedValue<BackgroundRead> CURRENT = ScopedValue.newInstance();

    /** Unread input up to this many bytes does not hide a client that leaves; more is not read ahead of a handler. */
    static final int LIMIT = 64 * 1024;

    private final SocketReads socket;

    /** Nothing is kept and no read is under way: the connection's own thread, which alone uses this, reads directly. */
    private boolean direct = true;

    // From here on: under this object's lock.
    private CloseWatch watch;
    private boolean reading;

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

    /** Starts to ask in the background, unless that is under way. */
    private void readAhead() {
        if (!reading) {
            reading = true;
            Thread.startVirtualThread(this::ask);
        }
    }

    /** Asks the socket again and again, for as long as somebody watches. */
    private void ask() {
        while (answered(isConnected())) {
            LockSupport.parkNanos(20_000_000);
        }
    }

    private boolean isConnected() {
        try {
            return socket.unread() >= 0;
        } catch (RuntimeException e) {
            return socket.closedByServer(e);
        }
    }

    private synchronized boolean answered(boolean connected) {
        if (watch != null && !connected) {
            watch.notice();
        }
        reading = watch != null && connected;
        return reading;
    }

    private byte[] next() {
        return socket.get();
    }
}
