package workshop.room;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.json.JsonException;
import io.helidon.json.JsonParser;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/**
 * What a learner's watch may ask for: to join and to tell ({@code PUT /learners/ID}), and to leave ({@code DELETE}). Both need the
 * code of the room. Nothing can be read here.
 */
final class LearnerRoutes implements HttpService {
    /** The header with the room's code. */
    static final HeaderName CODE = HeaderNames.create("Room-Code");

    /** In bytes; more than any report has. */
    private static final int MOST = 2000;

    private final Learners learners;
    private final JoinCode code;

    LearnerRoutes(Learners learners, JoinCode code) {
        this.learners = learners;
        this.code = code;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.put("/{id}", this::report);
        rules.delete("/{id}", this::leave);
    }

    private void report(ServerRequest request, ServerResponse response) throws IOException {
        if (refused(request, response)) {
            return;
        }
        byte[] body = request.content().hasEntity() ? request.content().inputStream().readNBytes(MOST + 1) : new byte[0];
        try {
            if (body.length > MOST) {
                throw new Refusal("This is longer than any report: use at most %d bytes.".formatted(MOST));
            }
            learners.report(id(request), Report.from(JsonParser.create(new String(body, StandardCharsets.UTF_8)).readJsonObject()));
            response.status(Status.NO_CONTENT_204).send();
        } catch (Refusal e) {
            response.status(Status.BAD_REQUEST_400).send(e.getMessage() + "\n");
        } catch (JsonException e) {
            response.status(Status.BAD_REQUEST_400).send("This is not JSON as it is expected here.\n");
        }
    }

    private void leave(ServerRequest request, ServerResponse response) {
        if (!refused(request, response)) {
            learners.leave(id(request));
            response.status(Status.NO_CONTENT_204).send();
        }
    }

    private boolean refused(ServerRequest request, ServerResponse response) {
        if (code.is(request.headers().first(CODE).orElse(""))) {
            return false;
        }
        response.status(Status.FORBIDDEN_403).send("This is not the room's code: it is on the wall.\n");
        return true;
    }

    private static String id(ServerRequest request) {
        String id = request.path().pathParameters().get("id");
        if (!id.matches("[0-9a-f-]{36}")) {
            throw new Refusal("'%s' is no id: use a UUID.".formatted(id));
        }
        return id;
    }
}
