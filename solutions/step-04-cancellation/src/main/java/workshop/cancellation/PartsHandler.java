package workshop.cancellation;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import workshop.basic.TextAnswer;
import workshop.cleanup.Staged;
import workshop.detection.CloseWatch;
import workshop.plumbing.launch.Work;

/**
 * Stages a file, has all parts of the work write to it, commits it and answers. When the client leaves, the deadline
 * passes, the server stops or a part fails, all parts stop first; then the file is rolled back.
 */
final class PartsHandler implements Handler {
    private static final System.Logger LOGGER = System.getLogger(PartsHandler.class.getName());

    private final Supplier<? extends Staged> files;
    private final Work work;
    private final Limits limits;
    private final RequestMetrics metrics;

    PartsHandler(Supplier<? extends Staged> files, Work work, Limits limits, RequestMetrics metrics) {
        this.files = files;
        this.work = work;
        this.limits = limits;
        this.metrics = metrics;
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        var file = files.get();
        switch (persist(file)) {
            case COMMITTED -> {
                response.status(Status.CREATED_201).header(HeaderNames.LOCATION, "/files/" + file.id());
                TextAnswer.send(request, response, "File persisted.\n");
            }
            case DEADLINE -> {
                response.status(Status.SERVICE_UNAVAILABLE_503);
                TextAnswer.send(request, response, "The work took too long.\n");
            }
            case FAILED -> {
                response.status(Status.INTERNAL_SERVER_ERROR_500);
                TextAnswer.send(request, response, "The work failed.\n");
            }
            case CLIENT_GONE, SHUTDOWN -> throw new CloseConnectionException("There is nobody to answer");
        }
    }

    private Outcome persist(Staged file) {
        var scope = new CancellationScope();
        Outcome outcome;
        Throwable failure;
        try {
            outcome = run(scope, file);
            failure = scope.failure();
        } catch (Throwable e) {
            scope.fail(e);
            outcome = Outcome.FAILED;
            failure = e;
        }
        if (outcome != Outcome.COMMITTED) {
            file.rollBack();
            LOGGER.log(System.Logger.Level.INFO, outcome.message(), failure);
        }
        metrics.count(outcome);
        return outcome;
    }

    private Outcome run(CancellationScope scope, Staged file) throws IOException {
        long deadline = System.nanoTime() + limits.deadline().toNanos();
        file.write("");
        LOGGER.log(System.Logger.Level.INFO, "new file {0}", file.path());
        try (var watch = CloseWatch.open(() -> scope.cancel(Outcome.CLIENT_GONE))) {
            scope.run(parts(file), deadline);
            if (scope.commit()) {
                file.commit(deadline);
            }
        }
        return scope.outcome();
    }

    private List<Work> parts(Staged file) {
        return IntStream.rangeClosed(1, limits.parts())
                .mapToObj(part -> metrics.counted(() -> {
                    work.perform();
                    file.append("part %d of %d%n".formatted(part, limits.parts()));
                }))
                .toList();
    }
}
