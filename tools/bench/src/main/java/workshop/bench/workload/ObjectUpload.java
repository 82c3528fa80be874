package workshop.bench.workload;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;

import workshop.store.StoreClient;

/**
 * What a request asks for at {@value Endpoints#STORING}, made without a thought for clients that leave: the upload of step 06,
 * with the same client, and whoever makes it waits for each answer.
 */
public final class ObjectUpload {
    /** The bucket, which is that of step 06, too. */
    public static final String BUCKET = "workshop";

    /** How many parts it has, all uploaded at once, as in step 06. */
    public static final int PARTS = 4;

    private static final int PART_SIZE = 5 * 1024 * 1024;
    private static final RequestBody PART =
            RequestBody.fromContentProvider(() -> new ByteArrayInputStream(new byte[PART_SIZE]), PART_SIZE, "text/plain");
    private static final S3Client STORE =
            StoreClient.of(URI.create(System.getProperty("workshop.store")), SystemPropertyCredentialsProvider.create()).s3();

    private final String key = UUID.randomUUID().toString();
    private volatile String upload;

    /** How the client hears that its object is there. */
    @FunctionalInterface
    public interface Answer {
        void send() throws IOException;
    }

    /** Makes an object and answers. An answer that can't be written is all that tells of a client that has left: it is deleted then. */
    public static void perform(Answer answer) throws IOException {
        var object = new ObjectUpload();
        object.make();
        try {
            answer.send();
        } catch (IOException | RuntimeException e) {
            STORE.deleteObject(request -> request.bucket(BUCKET).key(object.key));
            throw e;
        }
    }

    /**
     * Makes the object. When this returns, it is there.
     *
     * @throws IOException if a part or the completion fails: the upload is aborted then
     */
    public void make() throws IOException {
        upload = STORE.createMultipartUpload(request -> request.bucket(BUCKET).key(key)).uploadId();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var parts = threads.invokeAll(IntStream.rangeClosed(1, PARTS).mapToObj(this::part).toList());
            var completed = new CompletedPart[PARTS];
            for (int i = 0; i < PARTS; i++) {
                completed[i] = parts.get(i).get();
            }
            STORE.completeMultipartUpload(request -> request.bucket(BUCKET).key(key).uploadId(upload)
                    .multipartUpload(all -> all.parts(completed)));
        } catch (ExecutionException | InterruptedException | RuntimeException e) {
            abort();
            throw new IOException(e);
        }
    }

    private Callable<CompletedPart> part(int number) {
        return () -> {
            var answer = STORE.uploadPart(request -> request.bucket(BUCKET).key(key).uploadId(upload).partNumber(number), PART);
            return CompletedPart.builder().partNumber(number).eTag(answer.eTag()).build();
        };
    }

    /** Aborts the upload, if it has begun and has not ended. */
    public void abort() {
        if (upload == null) {
            return;
        }
        try {
            STORE.abortMultipartUpload(request -> request.bucket(BUCKET).key(key).uploadId(upload));
        } catch (NoSuchUploadException e) {
            // it has ended
        }
    }
}
