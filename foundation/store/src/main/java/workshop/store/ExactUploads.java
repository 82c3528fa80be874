package workshop.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;

import com.google.common.util.concurrent.Striped;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import org.gaul.s3proxy.nio2blob.AbstractNio2BlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/**
 * S3Proxy's store in a directory, with the promise of S3 that an upload which is aborted or completed takes no part any more. Without
 * it, a part that is under way at the abort would stay for ever, and no call could remove it.
 */
final class ExactUploads extends ForwardingBlobStore {
    private final Path folder;
    private final Striped<Lock> ends = Striped.lazyWeakLock(1024);

    ExactUploads(Path folder) {
        super(new FilesystemNio2BlobStore(folder.toString()));
        this.folder = folder;
    }

    @Override
    public UploadPartResponse uploadMultipartPart(MultipartUpload upload, UploadPartRequest request, InputStream content) {
        checkUnderWay(upload);
        var taken = super.uploadMultipartPart(upload, request, content);
        atOnce(upload, () -> {
            try {
                checkUnderWay(upload);
            } catch (S3Exception e) {
                remove(upload, request.partNumber());
                throw e;
            }
            return null;
        });
        return taken;
    }

    @Override
    public CompleteMultipartUploadResponse completeMultipartUpload(MultipartUpload upload, CompleteMultipartUploadRequest request) {
        return atOnce(upload, () -> {
            checkUnderWay(upload);
            return super.completeMultipartUpload(upload, request);
        });
    }

    @Override
    public void abortMultipartUpload(MultipartUpload upload) {
        atOnce(upload, () -> {
            checkUnderWay(upload);
            super.abortMultipartUpload(upload);
            return null;
        });
    }

    /** A link leads elsewhere, and is no object. */
    @Override
    public ResponseInputStream<GetObjectResponse> getBlob(GetObjectRequest request) {
        if (Files.isSymbolicLink(folder.resolve(request.bucket()).resolve(request.key()))) {
            throw S3Exceptions.fromStatusCode(404, "NoSuchKey", Map.of(), null);
        }
        return super.getBlob(request);
    }

    /** Does something that nothing else which ends the same upload comes between. */
    private <T> T atOnce(MultipartUpload upload, Supplier<T> action) {
        var end = ends.get(upload.id());
        end.lock();
        try {
            return action.get();
        } finally {
            end.unlock();
        }
    }

    /** An upload that is just being begun is not shown before it can be aborted. */
    @Override
    public List<software.amazon.awssdk.services.s3.model.MultipartUpload> listMultipartUploads(String bucket) {
        return super.listMultipartUploads(bucket).stream()
                .filter(upload -> isUnderWay(bucket, upload.key(), upload.uploadId()))
                .toList();
    }

    private void checkUnderWay(MultipartUpload upload) {
        if (!isUnderWay(upload.containerName(), upload.blobName(), upload.id())) {
            throw S3Exceptions.fromStatusCode(404, "NoSuchUpload", Map.of(), null);
        }
    }

    /** S3Proxy keeps an empty file for each upload under way. */
    private boolean isUnderWay(String bucket, String key, String upload) {
        return Files.exists(folder.resolve(bucket).resolve(".mpus-%s-%s-stub".formatted(upload, key)));
    }

    /** The store itself refuses to remove what it has of an upload. */
    private void remove(MultipartUpload upload, int part) {
        try {
            Files.deleteIfExists(folder.resolve(upload.containerName())
                                         .resolve(AbstractNio2BlobStore.multipartPartName(upload.id(), upload.blobName(), part)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
