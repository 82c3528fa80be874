package workshop.cancellation;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import workshop.basic.TextAnswer;
import workshop.cleanup.StagedFile;
import workshop.cleanup.StagingArea;
import workshop.detection.CloseWatch;
import workshop.plumbing.launch.Work;

/** Answers, and removes the file then. */
final class PartsHandler implements Handler {
    private static final System.Logger LOGGER = System.getLogger(PartsHandler.class.getName());

    private final StagingArea staging;
    private final Work work;
    private final Limits limits;
    private final RequestMetrics metrics;

    PartsHandler(StagingArea staging, Work work, Limits limits, RequestMetrics metrics) {
        this.staging = staging;
        this.work = work;
        this.limits = limits;
        this.metrics = metrics;
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        var file = staging.newFile();
        var ending = persist(file);
        try {
            answer(request, response, file, ending.outcome());
        } finally {
            cleanUp(file, ending);
        }
    }

    private static void answer(ServerRequest request, ServerResponse response, StagedFile file, Outcome outcome) {
        switch (outcome) {
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

    private Ending persist(StagedFile file) {
        var scope = new CancellationScope();
        Ending ending;
        try {
            Outcome outcome = run(scope, file);
            ending = new Ending(outcome, scope.failure());
        } catch (IOException | RuntimeException e) {
            scope.fail(e);
            ending = new Ending(Outcome.FAILED, e);
        }
        metrics.count(ending.outcome());
        return ending;
    }

    private static void cleanUp(StagedFile file, Ending ending) {
        if (ending.outcome() != Outcome.COMMITTED) {
            file.rollBack();
            LOGGER.log(System.Logger.Level.INFO, ending.outcome().message(), ending.failure());
        }
    }

    private Outcome run(CancellationScope scope, StagedFile file) throws IOException {
        long deadline = System.nanoTime() + limits.deadline().toNanos();
        file.write("");
        LOGGER.log(System.Logger.Level.INFO, "new file {0}", file.path());
        try (var watch = CloseWatch.open(() -> scope.cancel(Outcome.CLIENT_GONE))) {
            scope.run(parts(file), deadline);
            if (scope.commit()) {
                file.commit();
            }
        }
        return scope.outcome();
    }

    private List<Work> parts(StagedFile file) {
        return IntStream.rangeClosed(1, limits.parts())
                .mapToObj(part -> metrics.counted(() -> {
                    work.perform();
                    file.append("part %d of %d%n".formatted(part, limits.parts()));
                }))
                .toList();
    }

    private record Ending(Outcome outcome, Throwable failure) {
    }
}
