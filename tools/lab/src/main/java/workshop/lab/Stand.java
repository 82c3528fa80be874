package workshop.lab;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.helidon.json.JsonObject;

/**
 * One of the lab's places for a server: the server that stands there, its directory, and the clients that can be sent to
 * it.
 */
final class Stand implements AutoCloseable {
    static final int MOST_CLIENTS = 64;

    private enum State { EMPTY, BUILDING, STARTING, RUNNING, KILLED, FAILED }

    private static final Duration IMPATIENCE = Duration.ofSeconds(1);
    private static final Duration BETWEEN_REFRESHES = Duration.ofMillis(150);
    private static final int LAST_LINES = 8;

    private final String side;
    private final Steps steps;
    private final Feed feed;
    private final Runs runs;
    private final Directory directory;
    private final Observations observations;
    private final DirectoryWatch watch;
    /** What takes time is done one after the other. */
    private final ExecutorService turns = Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());

    private State state = State.EMPTY;
    private String message = "";
    /** What was chosen last; it may still have to wait for its turn. */
    private Choice wanted;
    private Choice choice;
    private Settings settings = Settings.DEFAULT;
    private Path jar;
    private StepServer server;
    private URI address;
    private boolean ending;

    Stand(String side, Steps steps, Path directory, Feed feed, Runs runs) {
        this.side = side;
        this.steps = steps;
        this.feed = feed;
        this.runs = runs;
        this.directory = new Directory(directory);
        this.observations = new Observations(side, feed);
        this.watch = new DirectoryWatch(directory, feed, observations, this::addressWithMetrics);
        observations.reset();
        publish();
    }

    boolean isActive() {
        return observations.isActive();
    }

    /** Puts another server here, or none, in an empty directory. */
    synchronized void choose(Choice chosen, Settings with) {
        wanted = chosen;
        turn(() -> {
            empty();
            synchronized (this) {
                choice = chosen;
                settings = with;
                state = chosen == null ? State.EMPTY : State.BUILDING;
                publish();
            }
            if (chosen != null && build(chosen)) {
                startServer();
            }
        });
    }

    /** The same server again, in an empty directory, with all of its sources' changes. */
    synchronized void afresh(Settings with) {
        if (wanted != null) {
            choose(wanted, with);
        }
    }

    /** Kills the server, as {@code kill -9} does. */
    synchronized void kill() {
        running();
        ending = true;
        state = State.KILLED;
        message = "Killed: nothing could be cleaned up.";
        observations.note("The lab kills the server.");
        server.kill();
        publish();
    }

    /** Starts the server again, in the same directory. */
    synchronized void start() {
        if (jar == null || state != State.KILLED && state != State.FAILED) {
            throw new Refusal("There is no stopped server here to start.");
        }
        state = State.STARTING;
        publish();
        turn(this::startServer);
    }

    /** A client that stays. */
    Lane send() {
        var lane = connect();
        lane.client.send(new ClientListener() {
            @Override
            public void answered(int status) {
                observations.answered(lane, status);
                if (observations.nothingIsLeftToDisturb(lane)) {
                    lane.client.close();
                }
            }

            @Override
            public void brokenOff(String reason) {
                observations.brokenOff(lane);
                lane.client.close();
            }
        });
        return lane;
    }

    /** The client that waits hangs up; where none waits, one comes and hangs up after a second. */
    void hangUp(WayOfLeaving way) {
        later(observations.latestThatWaits().orElse(null), lane -> leave(lane, way));
    }

    /**
     * The client that waits falls silent, and keeps its connection; where none waits, one comes and falls silent after
     * a second.
     */
    void vanish() {
        later(observations.latestThatWaits().orElse(null), observations::fallsSilent);
    }

    /** Sends a request a number of times, each aborted by the next. */
    void refresh(int times, WayOfLeaving way) {
        running();
        if (observations.openClients() + times > MOST_CLIENTS) {
            throw tooMany();
        }
        inBackground(() -> {
            var last = send();
            for (int i = 1; i < times; i++) {
                Thread.sleep(BETWEEN_REFRESHES);
                var next = send();
                leave(last, way);
                last = next;
            }
        });
    }

    @Override
    public void close() {
        turns.shutdownNow();
        watch.close();
        try {
            turns.awaitTermination(1, TimeUnit.MINUTES); // a build may go on
            empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void turn(Patience what) {
        turns.execute(() -> {
            try {
                what.goOn();
            } catch (InterruptedException e) {
                // the lab ends
            }
        });
    }

    private void later(Lane waiting, Consumer<Lane> what) {
        if (waiting != null) {
            what.accept(waiting);
            return;
        }
        var lane = send();
        var patience = patience();
        inBackground(() -> {
            Thread.sleep(patience);
            what.accept(lane);
        });
    }

    private void leave(Lane lane, WayOfLeaving way) {
        if (observations.leaves(lane, way)) {
            lane.client.leave(way);
        }
    }

    private Lane connect() {
        var uri = running();
        if (observations.openClients() >= MOST_CLIENTS) {
            throw tooMany();
        }
        int run = runs.current();
        return observations.sent(Client.connect(uri), run);
    }

    private static Refusal tooMany() {
        return new Refusal("A server here has at most %d open clients: wait until some have ended."
                                   .formatted(MOST_CLIENTS));
    }

    private synchronized URI running() {
        if (state != State.RUNNING) {
            throw new Refusal(choice == null
                    ? "There is no server on this side: choose a step."
                    : "The server of %s does not run: start it first.".formatted(title()));
        }
        return address;
    }

    /** A second, unless the answer could come before. */
    private synchronized Duration patience() {
        return Stream.of(IMPATIENCE, settings.work().dividedBy(2), settings.deadline().dividedBy(2))
                .min(Duration::compareTo).orElseThrow();
    }

    private boolean build(Choice chosen) {
        try {
            var built = steps.jar(chosen.step(), chosen.mine());
            synchronized (this) {
                jar = built;
            }
            return true;
        } catch (RuntimeException e) {
            fail(e.getMessage());
            return false;
        }
    }

    private void startServer() throws InterruptedException {
        if (server != null) {
            server.awaitEnd(); // it has been killed, and its end has to be seen first
        }
        synchronized (this) {
            state = State.STARTING;
            message = "";
            ending = false;
            publish();
            observations.note("The lab starts the server.");
            try {
                server = StepServer.start(jar, directory.path(), settings, this::printed, this::ended);
            } catch (RuntimeException e) {
                fail("The server's process can't be started: " + e.getMessage());
            }
        }
    }

    private void printed(String line) {
        observations.printed(line);
        LogLine.of(line).listening().ifPresent(url -> listens(URI.create(url)));
    }

    private synchronized void listens(URI url) {
        if (state == State.STARTING) {
            address = url;
            state = State.RUNNING;
            publish();
        }
    }

    private synchronized void ended(int status) {
        observations.serverEnded();
        if (ending) {
            return;
        }
        var what = state == State.STARTING ? "did not start" : "has ended by itself";
        fail("The server of %s %s (exit status %d). Its last lines:%n%s".formatted(
                title(), what, status, String.join(System.lineSeparator(), observations.lastLines(LAST_LINES))));
    }

    private synchronized void fail(String reason) {
        state = State.FAILED;
        message = String.valueOf(reason);
        publish();
    }

    /** Stops the server, removes its files and forgets all about it. */
    private void empty() throws InterruptedException {
        StepServer old;
        synchronized (this) {
            ending = true;
            old = server;
            server = null;
            jar = null;
            message = "";
        }
        if (old != null) {
            old.stop();
        }
        directory.remove();
        observations.reset();
    }

    private synchronized URI addressWithMetrics() {
        return state == State.RUNNING && choice.step() >= Metrics.FIRST_STEP ? address : null;
    }

    private String title() {
        return "%s, %s".formatted(steps.titles().get(choice.step() - 1), choice.mine() ? "your own" : "the solution");
    }

    private synchronized void publish() {
        var json = JsonObject.builder()
                .set("state", state.name().toLowerCase(Locale.ROOT))
                .set("message", message)
                .set("directory", directory.path().toString())
                .set("step", choice == null ? 0 : choice.step())
                .set("mine", choice != null && choice.mine());
        if (choice != null) {
            json.set("title", title());
        }
        if (state == State.RUNNING) {
            json.set("address", address.toString()).set("process", server.pid());
        }
        feed.publish(side + "/server", json);
    }

    private void inBackground(Patience what) {
        Thread.startVirtualThread(() -> {
            try {
                what.goOn();
            } catch (InterruptedException | Refusal e) {
                // the server is gone in the meantime: the page shows that
            }
        });
    }

    /** What waits in between. */
    @FunctionalInterface
    private interface Patience {
        void goOn() throws InterruptedException;
    }
}
