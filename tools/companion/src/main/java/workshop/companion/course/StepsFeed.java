package workshop.companion.course;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.helidon.json.JsonObject;

import workshop.companion.testrun.RememberedProgress;
import workshop.companion.testrun.StepProgress;
import workshop.companion.testrun.StepTest;
import workshop.lab.feed.Feed;
import workshop.model.Step;
import workshop.model.Workshop;
import workshop.model.source.FolderWatch;

/**
 * Tells how the tests of each step have ended, whichever command has run them, as soon as the companion remembers it.
 */
final class StepsFeed implements AutoCloseable {
    private static final Duration PERIOD = Duration.ofMillis(150);

    private final RememberedProgress remembered;
    private final Feed feed;
    private final List<FolderWatch> watches;

    StepsFeed(Workshop workshop, Feed feed) {
        this.remembered = new RememberedProgress(workshop);
        this.feed = feed;
        this.watches = workshop.steps().stream()
                .map(step -> FolderWatch.start(RememberedProgress.folder(step), _ -> true, PERIOD, () -> tell(step)))
                .toList();
        workshop.steps().forEach(this::tell);
    }

    private void tell(Step step) {
        Optional<StepProgress> last = remembered.last(step);
        feed.publish(step.id(), JsonObject.builder()
                .set("solved", remembered.solved(step))
                .set("exercises", remembered.exercises(step))
                .set("done", remembered.done(step))
                .setValues("tests", last.map(StepProgress::exercises).orElse(List.of()).stream().map(StepsFeed::json).toList()));
    }

    private static JsonObject json(StepTest test) {
        return JsonObject.builder().set("name", test.name()).set("state", state(test)).build();
    }

    private static String state(StepTest test) {
        if (test.green()) {
            return "green";
        }
        return test.failed() ? "red" : "waits";
    }

    @Override
    public void close() {
        watches.forEach(FolderWatch::close);
    }
}
