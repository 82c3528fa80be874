package workshop.detection;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

import workshop.plumbing.connection.SocketReads;
import workshop.plumbing.wait.CappedWait;
import workshop.testkit.wait.Patience;
import workshop.testkit.wait.Uninterrupted;

/**
 * A socket whose client follows a script. It notes how many reads there are, and whether two ever overlap.
 */
final class ScriptedSocket implements SocketReads {
    private static final Duration CAP = Patience.of(Duration.ofSeconds(1));

    private final LinkedBlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    private final AtomicInteger readers = new AtomicInteger();
    private final AtomicInteger reads = new AtomicInteger();
    private volatile boolean overlapped;
    private volatile Thread lastReader;
    private volatile int unread;
    private volatile boolean closedHere;

    /** Bytes, or the end of the stream ({@code null}), or a failure. */
    private record Arrival(byte[] bytes, RuntimeException failure) {
    }

    ScriptedSocket sends(String text) {
        return sends(text.getBytes(StandardCharsets.US_ASCII));
    }

    ScriptedSocket sends(byte[] bytes) {
        arrivals.add(new Arrival(bytes, null));
        return this;
    }

    ScriptedSocket ends() {
        arrivals.add(new Arrival(null, null));
        return this;
    }

    ScriptedSocket resets() {
        arrivals.add(new Arrival(null, new IllegalStateException("Connection reset")));
        return this;
    }

    /** This side closes the connection: a read under way fails. */
    ScriptedSocket isClosedHere() {
        closedHere = true;
        arrivals.add(new Arrival(null, new IllegalStateException("Closed by this side")));
        return this;
    }

    /** This side closes the connection, and shuts its input down first: a read under way finds the end of the stream. */
    ScriptedSocket isShutDownHere() {
        closedHere = true;
        return ends();
    }

    ScriptedSocket withUnread(int bytes) {
        unread = bytes;
        return this;
    }

    @Override
    public byte[] get() {
        overlapped |= readers.incrementAndGet() > 1;
        lastReader = Thread.currentThread();
        synchronized (this) {
            reads.incrementAndGet();
            notifyAll();
        }
        try {
            Arrival arrival = arrivals.take();
            if (arrival.failure != null) {
                throw arrival.failure;
            }
            return arrival.bytes;
        } catch (InterruptedException e) {
            throw new IllegalStateException("A read was interrupted: with a real socket, that closes the connection", e);
        } finally {
            readers.decrementAndGet();
        }
    }

    @Override
    public int unread() {
        return unread;
    }

    @Override
    public boolean closedByServer() {
        return closedHere;
    }

    /** Waits until a number of reads have begun, and returns how many have: fewer, if the time is over first. */
    synchronized int awaitReads(int wanted) {
        CappedWait.until(this, CAP, () -> reads.get() >= wanted);
        return reads.get();
    }

    /** Waits until the thread that read last has ended, but not forever, and returns how many reads have begun. */
    int awaitReaderEnd() {
        Uninterrupted.await(() -> lastReader.join(CAP));
        return reads.get();
    }

    int reads() {
        return reads.get();
    }

    boolean overlapped() {
        return overlapped;
    }

    Thread lastReader() {
        return lastReader;
    }
}
