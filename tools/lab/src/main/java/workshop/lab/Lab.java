package workshop.lab;

import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import io.helidon.json.JsonObject;
import io.helidon.webserver.WebServer;

import workshop.lab.feed.Feed;
import workshop.lab.server.ServerBuild;
import workshop.lab.server.ServerChoice;
import workshop.lab.server.ServerSettings;
import workshop.lab.side.Refusal;
import workshop.lab.side.Side;
import workshop.model.Step;
import workshop.model.Workshop;
import workshop.model.page.FreeAddress;
import workshop.testkit.server.TemporaryDirectory;

/**
 * The lab: a page on this machine that shows what happens when clients hang up on the servers of the steps. It has two
 * sides, left and right, with a server each.
 * <p>
 * It listens on localhost alone, and takes commands only from its own page.
 */
public final class Lab implements AutoCloseable {
    private static final String HOST = "localhost";

    /** The last one whose requests make files. What is in a store, as from step 06 on, the lab does not see. */
    private static final int LAST_STEP_WITH_FILES = 5;

    private final Feed feed = new Feed();
    private final TemporaryDirectory directory = TemporaryDirectory.create();
    private final Workshop workshop;
    private final List<Side> sides;
    private final WebServer server;
    private int run;

    private Lab(Workshop workshop, ServerBuild build, int port) {
        this.workshop = workshop;
        publish(ServerSettings.DEFAULT);
        sides = Stream.of("left", "right").map(name -> new Side(name, build, directory.path(), feed, this::currentRun)).toList();
        server = WebServer.builder()
                .host(HOST).port(port)
                .shutdownHook(false)
                .shutdownGracePeriod(Duration.ZERO)
                .routing(routing -> LabRouting.add(routing, this, feed))
                .build().start();
        choose("left", workshop.steps().getFirst().number(), false);
        choose("right", workshop.latest().number(), false);
    }

    /**
     * Starts the lab, with the solution of the first step beside that of the last one that makes files.
     *
     * @param workshop the steps to try; at least one
     * @param build    builds their servers; both sides may call it at the same time
     * @param port     the port of the page; 0 for any free one
     * @return the lab; it ends when it is closed, and all its servers with it
     * @throws IOException if it can't start; the message is one sentence that says why, and what to do
     */
    public static Lab start(Workshop workshop, ServerBuild build, int port) throws IOException {
        checkThatPortIsFree(port);
        return new Lab(withFiles(workshop), build, port);
    }

    private static Workshop withFiles(Workshop workshop) {
        return new Workshop(workshop.root(), workshop.steps().stream().filter(step -> step.number() <= LAST_STEP_WITH_FILES).toList());
    }

    /**
     * @return the address of the page
     */
    public URI address() {
        return URI.create("http://%s:%d/".formatted(HOST, server.port()));
    }

    /** Ends the lab and all servers in it, and removes their files. */
    @Override
    public void close() {
        feed.close();
        server.stop();
        sides.forEach(Side::close);
        directory.close();
    }

    /** The side of a name; {@link Refusal} if there is none. */
    Side side(String name) {
        return sides.stream().filter(side -> side.name().equals(name)).findFirst()
                .orElseThrow(() -> new Refusal("There is no side '%s': use left or right.".formatted(name)));
    }

    /** Puts a server on one side, the learner's own or that of the solution; none if the step is 0. */
    void choose(String side, int step, boolean mine) {
        side(side).choose(step == 0 ? null : new ServerChoice(workshop.step(Integer.toString(step)), mine));
    }

    /** Starts all servers afresh, with other settings. */
    synchronized void set(ServerSettings latest) {
        publish(latest);
        sides.forEach(side -> side.set(latest));
    }

    /** Requests that are in flight at the same time, on either side, are of one run. */
    private synchronized int currentRun() {
        if (sides.stream().noneMatch(Side::isActive)) {
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

    /** Helidon would log its failure and go on. */
    private static void checkThatPortIsFree(int port) throws IOException {
        try {
            FreeAddress.check(HOST, port);
        } catch (BindException e) {
            throw new IOException("Port %d can't be had (%s): stop what uses it, or use another port, or 0 for any."
                                          .formatted(port, e.getMessage()), e);
        }
    }
}
