package workshop.lab.side;

import java.util.List;
import java.util.stream.Stream;

import io.helidon.json.JsonObject;

import workshop.lab.feed.Feed;
import workshop.lab.server.ServerBuild;
import workshop.lab.server.ServerChoice;
import workshop.lab.server.ServerSettings;
import workshop.model.Step;
import workshop.model.Workshop;
import workshop.testkit.server.TemporaryDirectory;

/**
 * The two sides of the lab, left and right, and what they have in common.
 */
public final class Sides implements AutoCloseable {
    private final Workshop workshop;
    private final Feed feed;
    private final TemporaryDirectory directory;
    private final List<Side> all;
    private int run;

    /** Creates both sides, without a server. */
    public Sides(Workshop workshop, ServerBuild build, Feed feed) {
        this.workshop = workshop;
        this.feed = feed;
        this.directory = TemporaryDirectory.create();
        publish(ServerSettings.DEFAULT);
        this.all = Stream.of("left", "right")
                .map(name -> new Side(name, build, directory.path(), feed, this::currentRun))
                .toList();
    }

    /** The side of a name; {@link Refusal} if there is none. */
    public Side side(String name) {
        return all.stream().filter(side -> side.name().equals(name)).findFirst()
                .orElseThrow(() -> new Refusal("There is no side '%s': use left or right.".formatted(name)));
    }

    /** Puts a server on one side, the learner's own or that of the solution; none if the step is 0. */
    public void choose(String side, int step, boolean mine) {
        side(side).choose(step == 0 ? null : new ServerChoice(workshop.step(Integer.toString(step)), mine));
    }

    /** Starts all servers afresh, with other settings. */
    public synchronized void set(ServerSettings latest) {
        publish(latest);
        all.forEach(side -> side.set(latest));
    }

    /** Ends all servers, and removes their files. */
    @Override
    public void close() {
        all.forEach(Side::close);
        directory.close();
    }

    /** Requests that are in flight at the same time, on either side, are of one run. */
    private synchronized int currentRun() {
        if (all.stream().noneMatch(Side::isActive)) {
            run++;
        }
        return run;
    }

    private void publish(ServerSettings settings) {
        feed.publish("lab", JsonObject.builder()
                .setStrings("steps", workshop.steps().stream().map(Step::title).toList())
                .set("work", settings.work().toMillis())
                .set("deadline", settings.deadline().toMillis()));
    }
}
