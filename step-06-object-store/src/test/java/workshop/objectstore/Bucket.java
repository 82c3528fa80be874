package workshop.objectstore;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * A bucket of a test's own, as the test sees it: on a way without faults.
 */
final class Bucket {
    private final S3Client s3;
    private final String name = "test-" + UUID.randomUUID();

    /** Makes a new one. */
    Bucket(S3Client s3) {
        this.s3 = s3;
        s3.createBucket(request -> request.bucket(name));
    }

    String name() {
        return name;
    }

    /** Begins an upload that nobody ends, as a server does that is killed. */
    void begin(String key) {
        s3.createMultipartUpload(request -> request.bucket(name).key(key));
    }

    /** Puts an object of so many bytes into it. */
    void put(String key, int size) {
        s3.putObject(request -> request.bucket(name).key(key), RequestBody.fromBytes(new byte[size]));
    }

    /** The keys of the objects in it. */
    List<String> objects() {
        return s3.listObjectsV2Paginator(request -> request.bucket(name)).contents().stream().map(S3Object::key).toList();
    }

    /** The keys of the uploads under way in it. */
    List<String> uploads() {
        return underWay().map(MultipartUpload::key).toList();
    }

    /** Asks the store until so many uploads are under way, or for the longest time; returns those that are then. */
    List<String> awaitUploads(int many, Duration cap) {
        long end = System.nanoTime() + cap.toNanos();
        var uploads = uploads();
        while (uploads.size() != many && System.nanoTime() < end) {
            uploads = uploads();
        }
        return uploads;
    }

    /** Removes it, and all that is in it. */
    void remove() {
        underWay().forEach(upload -> s3.abortMultipartUpload(
                request -> request.bucket(name).key(upload.key()).uploadId(upload.uploadId())));
        objects().forEach(key -> s3.deleteObject(request -> request.bucket(name).key(key)));
        s3.deleteBucket(request -> request.bucket(name));
    }

    private Stream<MultipartUpload> underWay() {
        return s3.listMultipartUploadsPaginator(request -> request.bucket(name)).uploads().stream();
    }
}
