package workshop.objectstore;

import java.io.IOException;
import java.util.regex.Pattern;

import io.helidon.common.media.type.MediaTypes;
import io.helidon.http.Method;
import io.helidon.http.NotFoundException;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

import workshop.detection.CloseWatch;

/**
 * {@code GET /files/ID}: the content of a committed object, passed on as it comes. A client that leaves ends the read.
 */
final class CommittedObjects implements HttpService {
    private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

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

    private void content(ServerRequest request, ServerResponse response) throws IOException {
        var object = read(request.path().pathParameters().get("id"));
        try (var watch = CloseWatch.open(object::abort)) {
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

    private ResponseInputStream<GetObjectResponse> read(String id) {
        if (!ID.matcher(id).matches()) {
            throw absent();
        }
        try {
            return store.read(id);
        } catch (StoreFailure e) {
            throw e.isAbsence() ? absent() : e;
        }
    }

    private static NotFoundException absent() {
        return new NotFoundException("There is no such file");
    }
}
