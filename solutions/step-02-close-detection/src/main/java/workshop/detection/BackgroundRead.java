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

    // tag::solution[]
    /** Starts a read in the background, unless one is under way or enough is kept. */
    private void readAhead() {
        if (clientGone) {
            watch.notice();
        } else if (!reading && !ended && unread + kept.size() <= LIMIT) {
            reading = true;
            Thread.startVirtualThread(this::read);
        }
    }

    /** Reads for as long as somebody watches and there is room. */
    private void read() {
        boolean more = true;
        while (more) {
            try {
                more = arrived(socket.get(), null);
            } catch (RuntimeException e) {
                more = arrived(null, e);
            }
        }
    }

    /** Keeps what has arrived, gives notice of a client that has left, and tells whether to read on. */
    private synchronized boolean arrived(byte[] bytes, RuntimeException broken) {
        if (bytes != null) {
            kept.add(bytes);
        } else {
            ended = true;
            failure = broken;
            clientGone = !socket.closedByServer();
        }
        if (clientGone && watch != null) {
            watch.notice();
        }
        reading = !ended && watch != null && unread + kept.size() <= LIMIT;
        notifyAll();
        return reading;
    }

    /** What the background has read, in order; then what comes from the socket. */
    private byte[] next() {
        synchronized (this) {
            unread = 0; // who asks for more has none left
            while (kept.isEmpty() && !ended && (reading || watch != null)) {
                readAhead();
                await();
            }
            if (!kept.isEmpty()) {
                byte[] bytes = kept.take();
                if (watch != null) {
                    readAhead();
                }
                return bytes;
            }
            if (failure != null) {
                throw failure;
            }
            if (ended) {
                return null;
            }
            direct = true;
        }
        return socket.get();
    }
    // end::solution[]

    private void await() {
        try {
            wait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // Helidon may ask again, for the rest of a body: that must not wait, either
            throw new CloseConnectionException("The server stops, and this connection waits for its next request", e);
        }
    }
}
