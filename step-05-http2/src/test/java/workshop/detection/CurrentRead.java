package workshop.detection;

import java.util.concurrent.Callable;

/**
 * The read that ends when the client of the current request has left, as a watch would begin it.
 */
public final class CurrentRead {
    private CurrentRead() {
    }

    /** What reads. Call this on the thread that handles the request. */
    public static Callable<byte[]> get() {
        return BackgroundRead.CURRENT.get()::get;
    }
}
