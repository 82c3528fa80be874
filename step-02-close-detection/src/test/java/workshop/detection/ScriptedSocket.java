package workshop.detection;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.atomic.AtomicInteger;

import workshop.plumbing.connection.SocketReads;
import workshop.plumbing.wait.CappedWait;
import workshop.testkit.wait.Patience;
import workshop.testkit.wait.Uninterrupted;

/**
 * A socket whose client follows a script. It notes how many reads there are, who reads, and whether two ever overlap.
 */
final class ScriptedSocket implements SocketReads {
    private static final Duration CAP = Patience.of(Duration.ofSeconds(3)); // a busy machine may leave the ticker without a processor

    /** A real socket says again and again that its stream has ended. This one gives up, so that a reader without end does, too. */
    private static final int TELLS_ITS_END = 100;

    private final LinkedBlockingDeque<Arrival> arrivals = new LinkedBlockingDeque<>();
    private final AtomicInteger reads = new AtomicInteger();
    private final Set<Thread> readers = ConcurrentHashMap.newKeySet();
    private volatile boolean overlapped;
    private volatile Thread lastReader;
    private volatile int unread;
    private volatile boolean closedHere;
    private volatile int ended;
    private volatile boolean interrupted;

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
        readers.add(Thread.currentThread());
        overlapped |= readers.size() > 1;
        lastReader = Thread.currentThread();
        synchronized (this) {
            reads.incrementAndGet();
            notifyAll();
        }
        try {
            Arrival arrival = arrivals.take();
            if (arrival.bytes == null && ++ended < TELLS_ITS_END) {
                arrivals.addFirst(arrival);
            }
            if (arrival.failure != null) {
                throw arrival.failure;
            }
            return arrival.bytes;
        } catch (InterruptedException e) {
            interrupted = true;
            throw new IllegalStateException("A read was interrupted: with a real socket, that closes the connection", e);
        } finally {
            readers.remove(Thread.currentThread());
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

    /** Waits until the thread that read last has come back from that, and waits for something else or has ended; but not forever. */
    void awaitReaderPause() {
        long end = System.nanoTime() + CAP.toNanos();
        while ((isRead() || lastReader.getState() == Thread.State.RUNNABLE) && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    /** Whether the thread that read last waits at the door of a synchronized block. */
    boolean isReaderBlocked() {
        return lastReader.getState() == Thread.State.BLOCKED;
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

    /** Whether the thread of a read was interrupted. */
    boolean isInterrupted() {
        return interrupted;
    }

    /** Whether a thread is in a read now. */
    boolean isReadBy(Thread thread) {
        return readers.contains(thread);
    }

    /** Whether two threads are in a read now. */
    boolean isReadByTwo() {
        return readers.size() > 1;
    }

    /** Whether a read is under way now. */
    boolean isRead() {
        return !readers.isEmpty();
    }

    /** Whether a read has found the end of the stream, or a failure. */
    boolean hasEnded() {
        return ended > 0;
    }

    /** Whether a read would return at once. */
    boolean hasMore() {
        return !arrivals.isEmpty();
    }
}
