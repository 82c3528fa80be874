package workshop.cleanup;

import java.io.IOException;

import io.helidon.http.NotFoundException;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import workshop.basic.TextAnswer;
import workshop.plumbing.file.OwnFiles;

/**
 * {@code GET /files/ID}: the content of a committed file. Nothing else in the directory can be had.
 */
public final class CommittedFiles implements HttpService {
    private final StagingArea staging;

    /**
     * @param staging where the files are; it is closed when the server has stopped
     */
    public CommittedFiles(StagingArea staging) {
        this.staging = staging;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/{id}", this::content);
    }

    @Override
    public void afterStop() {
        staging.close();
    }

    private void content(ServerRequest request, ServerResponse response) throws IOException {
        var id = request.path().pathParameters().get("id");
        var file = staging.committed(id).orElseThrow(() -> new NotFoundException("There is no such file"));
        TextAnswer.send(request, response, OwnFiles.read(file));
    }
}
