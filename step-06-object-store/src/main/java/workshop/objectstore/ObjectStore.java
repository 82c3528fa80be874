package workshop.objectstore;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.MultipartUpload;

/**
 * One bucket of a store that speaks S3. Each method is a call that may fail, or take effect without an answer: then it throws a
 * {@link StoreFailure}.
 */
final class ObjectStore {
    private final S3Client s3;
    private final String bucket;
    private final StoreCalls calls;

    /** The uploads that this process has begun and not ended: no sweep takes them. */
    private final Set<String> own = ConcurrentHashMap.newKeySet();

    /** The beginnings of an object's upload, by its name, until one has brought it: any of them may still begin another. */
    private final Map<String, Queue<FutureTask<String>>> beginnings = new ConcurrentHashMap<>();

    ObjectStore(S3Client s3, String bucket, StoreCalls calls) {
        this.s3 = s3;
        this.bucket = bucket;
        this.calls = calls;
    }

    /** Creates the bucket, unless it is there. */
    void createBucket() {
        if (!wasThere("look for the bucket " + bucket, () -> s3.headBucket(request -> request.bucket(bucket)))) {
            calls.perform("create the bucket " + bucket, this::create);
        }
    }

    private Void create() {
        try {
            s3.createBucket(request -> request.bucket(bucket));
        } catch (BucketAlreadyOwnedByYouException e) {
            // another server has been faster
        }
        return null;
    }

    /**
     * Begins an upload, of which nobody sees anything until it is completed.
     *
     * @param key the name of the object
     * @return the upload's own name
     */
    String begin(String key) {
        String upload = calls.perform("begin the upload of " + key, () -> beginning(key));
        own.add(upload);
        if (beginnings.remove(key).size() > 1) { // only the answer of the one before may have been lost
            named(key).stream().filter(other -> !other.equals(upload)).forEach(other -> abort(key, other));
        }
        return upload;
    }

    /** One try. It goes on when nobody waits for it any more: only its answer tells the name of what it has begun. */
    private String beginning(String key) throws InterruptedException {
        var task = new FutureTask<>(() -> begun(key));
        beginnings.computeIfAbsent(key, _ -> new ConcurrentLinkedQueue<>()).add(task);
        Thread.startVirtualThread(task);
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw StoreFailure.of("begin the upload of " + key, e.getCause());
        }
    }

    private String begun(String key) {
        String upload = whole(s3.createMultipartUpload(
                request -> request.bucket(bucket).key(key).contentType("text/plain")).uploadId());
        if (!beginnings.containsKey(key)) {
            abort(key, upload); // another try has been faster
        }
        return upload;
    }

    /**
     * Uploads one part of an upload, in place of one with the same number.
     *
     * @param number 1 or more: the parts are put together in this order
     * @return what the completion has to show for it
     */
    String upload(String key, String upload, int number, PartContent content) {
        return calls.perform("take part %d of %s".formatted(number, key), () -> whole(s3.uploadPart(
                request -> request.bucket(bucket).key(key).uploadId(upload).partNumber(number),
                RequestBody.fromContentProvider(content::stream, content.size(), "text/plain")).eTag()));
    }

    /**
     * Makes an object of an upload. Only then does anybody see it.
     *
     * @param parts what the store has answered to each part, by its number
     */
    void complete(String key, String upload, Map<Integer, String> parts) {
        List<CompletedPart> all = parts.entrySet().stream()
                .map(part -> CompletedPart.builder().partNumber(part.getKey()).eTag(part.getValue()).build())
                .toList();
        try {
            calls.perform("complete " + key, () -> whole(s3.completeMultipartUpload(
                    request -> request.bucket(bucket).key(key).uploadId(upload)
                            .multipartUpload(completed -> completed.parts(all))).eTag()));
        } finally {
            own.remove(upload); // it may be completed, although its answer was lost
        }
    }

    /** Removes all that an upload has left in the store, and keeps it from being completed. That there is none is no failure. */
    void abort(String key, String upload) {
        wasThere("abort the upload of " + key, () -> s3.abortMultipartUpload(
                request -> request.bucket(bucket).key(key).uploadId(upload)));
        own.remove(upload);
    }

    /** The uploads under way for an object, by their own names. If there is none but one is being begun, this waits for it. */
    List<String> uploads(String key) {
        var tasks = beginnings.getOrDefault(key, new ConcurrentLinkedQueue<>());
        var found = named(key);
        if (found.isEmpty() && !tasks.isEmpty()) {
            tasks.forEach(task -> calls.perform("begin the upload of " + key, () -> awaitEnd(task)));
            found = named(key);
        }
        tasks.forEach(task -> task.cancel(true));
        beginnings.remove(key);
        return found;
    }

    private static Void awaitEnd(FutureTask<String> task) throws InterruptedException {
        try {
            task.get();
        } catch (ExecutionException | CancellationException e) {
            // whether it has begun one all the same, the list tells
        }
        return null;
    }

    private List<String> named(String key) {
        return underWay(key).stream().filter(upload -> upload.key().equals(key)).map(MultipartUpload::uploadId).toList();
    }

    /** The uploads under way that are not of this process, and were begun before a time, by the clock of the store. */
    List<MultipartUpload> othersUploads(Instant before) {
        return underWay("").stream()
                .filter(upload -> !own.contains(upload.uploadId()) && upload.initiated().isBefore(before))
                .toList();
    }

    /** The pages are asked for while they are read, so all of them are read within the call. */
    private List<MultipartUpload> underWay(String prefix) {
        return calls.perform("list the uploads under way", () -> s3.listMultipartUploadsPaginator(
                request -> request.bucket(bucket).prefix(prefix)).uploads().stream().toList());
    }

    /** Whether there is an object: it is completed, then. */
    boolean exists(String key) {
        return wasThere("look for " + key, () -> s3.headObject(request -> request.bucket(bucket).key(key)));
    }

    /** Removes an object. One that is not there is no failure. */
    void delete(String key) {
        calls.perform("delete " + key, () -> s3.deleteObject(request -> request.bucket(bucket).key(key)));
    }

    /**
     * The content of an object, from its beginning.
     *
     * @throws StoreFailure if there is no such object, which {@link StoreFailure#isAbsence()} tells, or the store does not answer
     */
    ResponseInputStream<GetObjectResponse> read(String key) {
        var open = new ConcurrentLinkedQueue<ResponseInputStream<GetObjectResponse>>();
        try {
            return calls.perform("read " + key, () -> {
                var object = s3.getObject(request -> request.bucket(bucket).key(key));
                open.add(object);
                return object;
            });
        } catch (StoreFailure e) {
            open.forEach(ResponseInputStream::abort); // it came when nobody waited any more
            throw e;
        }
    }

    /** What each answer of its kind has. Of one that is broken off behind its status, there is nothing: it counts as none. */
    private static String whole(String answer) {
        return Objects.requireNonNull(answer, "an answer that is not whole");
    }

    /** Makes a call for what may be absent, which is no failure; tells whether it was there. */
    private boolean wasThere(String what, Callable<?> call) {
        try {
            calls.perform(what, call);
            return true;
        } catch (StoreFailure e) {
            if (e.isAbsence()) {
                return false;
            }
            throw e;
        }
    }
}
