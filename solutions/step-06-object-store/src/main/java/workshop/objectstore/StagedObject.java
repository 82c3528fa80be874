package workshop.objectstore;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

import workshop.cleanup.Staged;

/**
 * The object of one request. Until it is committed it is a multipart upload, of which nobody sees anything.
 * <p>
 * Each call to the store may fail, and any of them may take effect although its answer is lost.
 */
final class StagedObject implements Staged {
    private static final System.Logger LOGGER = System.getLogger(StagedObject.class.getName());

    private final String id;
    private final ObjectStore store;
    private final CleanUps cleanUps;
    private final int partSize;

    private final Lock beginning = new ReentrantLock();
    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<Integer, String> parts = new ConcurrentSkipListMap<>(); // the completion wants them in order
    private volatile String upload;
    private volatile boolean completing;

    StagedObject(String id, ObjectStore store, CleanUps cleanUps, int partSize) {
        this.id = id;
        this.store = store;
        this.cleanUps = cleanUps;
        this.partSize = partSize;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String path() {
        return id;
    }

    /** Nothing goes to the store yet: a call to it must be one that a client who leaves can cut short. */
    @Override
    public void write(String content) {
        if (!content.isEmpty()) {
            append(content);
        }
    }

    /**
     * Uploads the next part. The first one begins the upload.
     *
     * @throws StoreFailure if the store does not take it, or this thread is interrupted
     */
    @Override
    public void append(String content) {
        int number = numbers.incrementAndGet();
        parts.put(number, store.upload(id, begun(), number, new PartContent(content, partSize)));
    }

    private String begun() {
        beginning.lock(); // not for long: whoever begins is interrupted when the others are
        try {
            if (upload == null) {
                upload = store.begin(id);
            }
            return upload;
        } finally {
            beginning.unlock();
        }
    }

    // tag::solution-commit[]
    /**
     * Completes the upload. When this returns, the object is there.
     *
     * @throws StoreFailure if it is not, or nobody can tell: then {@link #rollBack()} makes sure that it is not
     */
    @Override
    public void commit() {
        completing = true;
        try {
            store.complete(id, upload, parts);
        } catch (StoreFailure e) {
            if (!isThere()) {
                throw e;
            }
        }
    }

    /** Whether the object is there, after a completion that has failed, or whose answer was lost. */
    private boolean isThere() {
        try {
            if (store.exists(id)) {
                return true;
            }
            store.abort(id, upload); // a completion that is still on its way fails from now on, or has been faster
            return store.exists(id);
        } catch (StoreFailure e) {
            LOGGER.log(System.Logger.Level.WARNING, "Whether " + id + " is complete is in doubt: it will be removed", e);
            return false;
        }
    }
    // end::solution-commit[]

    /** At the deadline nobody asks any more: then it is in doubt. */
    @Override
    public void commit(long deadline) {
        new StoreCalls(Duration.ofNanos(deadline - System.nanoTime())).performOnce("commit " + id, this::commit);
    }

    /** Has all that there is of it removed. That takes as long as the store takes, so nobody waits for it. */
    @Override
    public void rollBack() {
        // tag::solution-rollback[]
        cleanUps.add(id, this::remove);
        // end::solution-rollback[]
    }

    // tag::solution-remove[]
    /** Removes what there is of it in the store. It may be called again. */
    private void remove() {
        if (upload != null) {
            store.abort(id, upload);
        }
        store.uploads(id).forEach(left -> store.abort(id, left)); // begun without an answer, or a part came after the abort
        if (completing) {
            store.delete(id);
        }
    }
    // end::solution-remove[]
}
