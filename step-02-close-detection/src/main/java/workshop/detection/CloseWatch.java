package workshop.detection;

import io.helidon.webserver.spi.ServerConnectionSelector;

import workshop.plumbing.connection.ReadHookSelector;
import workshop.plumbing.connection.SocketReads;

/**
 * Watches the connection of one request, from the time it is opened until it is completed.
 * <p>
 * Either the client leaves first, and the listener is called once; or the watch is completed first, and the listener
 * is never called. Nothing is in between: once {@link #complete()} has returned, the listener neither runs nor will.
 * <p>
 * A watch costs next to nothing while a request is short: {@link ArmingTicker} lets the connection be read only once the
 * request has run for {@value ArmingTicker#TICK_MILLIS} to {@code 2 *} {@value ArmingTicker#TICK_MILLIS} milliseconds.
 * A client that leaves earlier is noticed then.
 */
public final class CloseWatch implements AutoCloseable {
    private static final System.Logger LOGGER = System.getLogger(CloseWatch.class.getName());

    private final BackgroundRead connection;
    private final Runnable onClientGone;
    private final int openedAt = ArmingTicker.SHARED.now();
    private boolean clientGone;
    private boolean completed; // the ticker looks at it without a lock: most watches are, and then it starts no thread for nothing

    private CloseWatch(BackgroundRead connection, Runnable onClientGone) {
        this.connection = connection;
        this.onClientGone = onClientGone;
    }

    /**
     * What makes the connections of a server watchable, for
     * {@link io.helidon.webserver.WebServerConfig.Builder#addConnectionSelector}. The server must discover no other one:
     * {@link ReadHookSelector} tells why.
     *
     * @return a selector; each server has one of its own
     */
    public static ServerConnectionSelector selector() {
        return ReadHookSelector.create(BackgroundRead.CURRENT, BackgroundRead::new);
    }

    /**
     * Handles a request that can be watched and has no connection for itself, such as a stream of HTTP/2.
     *
     * @param reads   a read that ends when the client of this request has left; it brings nothing before
     * @param request handles it, on this thread
     */
    public static void handle(SocketReads reads, Runnable request) {
        ScopedValue.where(BackgroundRead.CURRENT, new BackgroundRead(reads)).run(request);
    }

    /**
     * Opens a watch on the connection of the current request. Call it on the thread that handles the request.
     *
     * @param onClientGone called at most once, on another thread, or on the request's own while that reads. Until it
     *                     returns, {@link #complete()} waits, so it must be short, and must not wait for that thread
     * @return the watch, to be completed once the request is decided
     * @throws IllegalStateException if the server does not use {@link #selector()}, or the connection has an open watch
     */
    public static CloseWatch open(Runnable onClientGone) {
        if (!BackgroundRead.CURRENT.isBound()) {
            throw new IllegalStateException("This thread handles no watchable connection: add CloseWatch.selector() to the"
                                                    + " server, or StreamsSelector.install, and open the watch in the handler");
        }
        var connection = BackgroundRead.CURRENT.get();
        var watch = new CloseWatch(connection, onClientGone);
        connection.open(watch);
        ArmingTicker.SHARED.add(watch);
        return watch;
    }

    /**
     * Ends the watch: from now on, a client that leaves is no concern of this request.
     *
     * @return {@code false} if the client had left before
     */
    public boolean complete() {
        connection.close(this);
        completed = true;
        return !clientGone;
    }

    /**
     * Ends the watch, if it is still open, as when the work has failed.
     */
    @Override
    public void close() {
        complete();
    }

    /** The tick at which this watch was opened. */
    int openedAt() {
        return openedAt;
    }

    /** Begins to watch, if that is still wanted, on a thread of its own: one connection never waits for another one's listener. */
    void arm() {
        if (!completed) {
            Thread.startVirtualThread(() -> connection.arm(this));
        }
    }

    /** Tells that the client has left. The connection calls this under the lock that {@link #complete()} takes. */
    void notice() {
        if (!clientGone) {
            clientGone = true;
            try {
                onClientGone.run();
            } catch (Throwable e) {
                LOGGER.log(System.Logger.Level.WARNING, "The listener for a client that leaves has failed", e);
            }
        }
    }
}
