package workshop.bench.store;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import workshop.bench.workload.ObjectUpload;

/**
 * The calls by which one request uploads its parts, as they are seen on their way to the store.
 */
public final class PartCalls {
    private static final int CAP_TO_COME = 10;

    private final String key;
    private final CountDownLatch missing = new CountDownLatch(ObjectUpload.PARTS);
    private final CountDownLatch underWay = new CountDownLatch(ObjectUpload.PARTS);
    private volatile long lastEnd;

    PartCalls(String key) {
        this.key = key;
    }

    /** The name of the object that the parts are for. */
    public String key() {
        return key;
    }

    /** Whether all have ended: they are answered, or the server has ended them. */
    public boolean areOver() {
        return underWay.getCount() == 0;
    }

    /** When the last one has ended, as {@link System#nanoTime()}. */
    public long lastEnd() {
        return lastEnd;
    }

    /** Waits until all parts have come. */
    void awaitAll() throws IOException, InterruptedException {
        if (!missing.await(CAP_TO_COME, TimeUnit.SECONDS)) {
            throw new IOException("Of the parts, %d have not come within ten seconds".formatted(missing.getCount()));
        }
    }

    /** A part has come. Waits for the others, and then some time more for the server to end the call. */
    void hold(Socket server, InputStream in, int millis) throws IOException, InterruptedException {
        missing.countDown();
        awaitAll();
        server.setSoTimeout(millis);
        try {
            in.read();
        } catch (SocketTimeoutException e) {
            // the server waits for its answer
        } finally {
            end();
        }
    }

    private synchronized void end() {
        lastEnd = System.nanoTime();
        underWay.countDown();
    }
}
