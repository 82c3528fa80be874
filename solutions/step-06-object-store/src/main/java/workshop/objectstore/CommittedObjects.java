package workshop.objectstore;

import java.io.IOException;

import io.helidon.common.media.type.MediaTypes;
import io.helidon.http.HttpException;
import io.helidon.http.NotFoundException;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

import workshop.cleanup.StagingArea;
import workshop.detection.CloseWatch;

/**
 * {@code GET /files/ID}: the content of a committed object, passed on as it comes. A client that leaves ends the read.
 */
final class CommittedObjects implements HttpService {
    private static final System.Logger LOGGER = System.getLogger(CommittedObjects.class.getName());

    private final ObjectStore store;
    private final Runnable afterStop;

    CommittedObjects(ObjectStore store, Runnable afterStop) {
        this.store = store;
        this.afterStop = afterStop;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/{id}", this::content);
    }

    @Override
    public void afterStop() {
        afterStop.run();
    }

    private void content(ServerRequest request, ServerResponse response) {
        var object = read(request.path().pathParameters().get("id"));
        try (var watch = CloseWatch.open(object::abort)) {
            checkNotInterrupted(null);
            response.headers().contentType(MediaTypes.TEXT_PLAIN);
            response.headers().contentLength(object.response().contentLength());
            send(object, response);
        } finally {
            object.abort(); // what is not read yet, nobody reads: to close it would
        }
    }

    private static void send(ResponseInputStream<GetObjectResponse> object, ServerResponse response) {
        try (var out = response.outputStream()) {
            object.transferTo(out);
        } catch (IOException e) {
            throw new CloseConnectionException("The object or its reader is gone", e); // the head of the answer is sent
        }
    }

    /** A client that leaves before the store has answered interrupts this thread, and so ends the call. */
    private ResponseInputStream<GetObjectResponse> read(String id) {
        if (!StagingArea.isId(id)) {
            throw absent();
        }
        try (var watch = CloseWatch.open(Thread.currentThread()::interrupt)) {
            return store.read(id);
        } catch (StoreFailure e) {
            checkNotInterrupted(e);
            if (e.isAbsence()) {
                throw absent();
            }
            LOGGER.log(System.Logger.Level.WARNING, id + " can't be read", e);
            throw new HttpException("The store does not give this file now", Status.SERVICE_UNAVAILABLE_503, e);
        }
    }

    /** No interrupt is left behind: it would end the connection of other streams. */
    private static void checkNotInterrupted(StoreFailure failure) {
        if (Thread.interrupted()) {
            throw new CloseConnectionException("There is nobody to answer", failure);
        }
    }

    private static NotFoundException absent() {
        return new NotFoundException("There is no such file");
    }
}
