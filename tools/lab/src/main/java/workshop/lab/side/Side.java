package workshop.lab.side;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

import io.helidon.json.JsonObject;

import workshop.lab.feed.Feed;
import workshop.lab.observe.Metrics;
import workshop.lab.observe.Observations;
import workshop.lab.observe.ServerPoll;
import workshop.lab.server.ServerBuild;
import workshop.lab.server.ServerChoice;
import workshop.lab.server.ServerCommand;
import workshop.lab.server.ServerSettings;
import workshop.testkit.process.ServerListener;
import workshop.testkit.process.ServerProcess;
import workshop.testkit.server.TemporaryDirectory;

/**
 * One side of the lab: the server that is there now, from its build to its end.
 */
public final class Side implements ServerListener, AutoCloseable {
    private enum State { EMPTY, BUILDING, STARTING, RUNNING, KILLED, FAILED }

    /** What takes its time; one after the other. */
    private interface Turn {
        void take() throws InterruptedException;
    }

    private static final Duration IMPATIENCE = Duration.ofSeconds(1);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);
    private static final int LAST_LINES = 8;

    private final String name;
    private final ServerBuild build;
    private final Feed feed;
    private final TemporaryDirectory directory;
    private final Observations observations;
    private final ServerPoll poll;
    private final Clients clients;
    private final ExecutorService turns = Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());

    /** What was chosen last; it may still have to wait for its turn. */
    private ServerChoice wanted;
    private ServerSettings settings = ServerSettings.DEFAULT;

    private ServerChoice choice;
    private State state = State.EMPTY;
    private String message = "";
    private Path jar;
    private ServerProcess server;
    private URI address;

    Side(String name, ServerBuild build, Path parent, Feed feed, IntSupplier run) {
        this.name = name;
        this.build = build;
        this.feed = feed;
        this.directory = new TemporaryDirectory(parent.resolve(name));
        this.observations = new Observations(name, feed);
        this.poll = new ServerPoll(directory.path(), observations, this::addressWithMetrics);
        this.clients = new Clients(observations, this::running, this::patience, run);
        publish();
    }

    String name() {
        return name;
    }

    boolean isActive() {
        return observations.isActive();
    }

    /** The clients that can be sent to the server. */
    public Clients clients() {
        return clients;
    }

    /** Puts another server here, or none, in an empty directory. */
    synchronized void choose(ServerChoice chosen) {
        wanted = chosen;
        turn(() -> replaceServer(chosen));
    }

    /** The same server again, with other settings. */
    synchronized void set(ServerSettings latest) {
        settings = latest;
        startAfresh();
    }

    /** Starts the same server again, in an empty directory, with all of its sources' changes. */
    public synchronized void startAfresh() {
        if (wanted != null) {
            choose(wanted);
        }
    }

    /** Kills the server, as {@code kill -9} does; {@link Refusal} if none runs. */
    public synchronized void kill() {
        running();
        message = "Killed: nothing could be cleaned up.";
        observations.note("The lab kills the server.");
        server.kill();
        become(State.KILLED);
    }

    /** Starts the server again, in the same directory; {@link Refusal} if there is none that has stopped. */
    public synchronized void start() {
        if (!isStopped()) {
            throw new Refusal("There is no stopped server here to start.");
        }
        turn(this::startAgain);
    }

    @Override
    public void close() {
        turns.shutdownNow();
        poll.close();
        try {
            turns.awaitTermination(1, TimeUnit.MINUTES); // a build may go on
            empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void turn(Turn what) {
        turns.execute(() -> {
            try {
                what.take();
            } catch (InterruptedException e) {
                // the lab ends
            }
        });
    }

    private synchronized boolean isStopped() {
        return jar != null && (state == State.KILLED || state == State.FAILED);
    }

    private synchronized URI running() {
        if (state != State.RUNNING) {
            throw new Refusal(choice == null
                    ? "There is no server on this side: choose a step."
                    : "The server of %s does not run: start it first.".formatted(choice.title()));
        }
        return address;
    }

    /** A second, unless the answer could come before. */
    private synchronized Duration patience() {
        return Stream.of(IMPATIENCE, settings.work().dividedBy(2), settings.deadline().dividedBy(2))
                .min(Duration::compareTo).orElseThrow();
    }

    private synchronized URI addressWithMetrics() {
        return state == State.RUNNING && choice.step().number() >= Metrics.FIRST_STEP ? address : null;
    }

    private void replaceServer(ServerChoice chosen) throws InterruptedException {
        empty();
        synchronized (this) {
            choice = chosen;
            become(chosen == null ? State.EMPTY : State.BUILDING);
        }
        if (chosen != null && isBuilt(chosen)) {
            startServer();
        }
    }

    /** Stops the server, removes its files and forgets all about it. */
    private void empty() throws InterruptedException {
        synchronized (this) {
            state = State.EMPTY;
            message = "";
            jar = null;
        }
        if (server != null) {
            server.stop(LONGEST_STOP);
            server = null;
        }
        directory.close();
        observations.reset();
    }

    private boolean isBuilt(ServerChoice chosen) {
        try {
            var built = build.jar(chosen);
            synchronized (this) {
                jar = built;
            }
            return true;
        } catch (RuntimeException e) {
            fail(e.getMessage());
            return false;
        }
    }

    private void startAgain() throws InterruptedException {
        if (isStopped()) { // and not told to start twice
            if (server != null) {
                server.awaitEnd(); // its end has to be seen first
            }
            startServer();
        }
    }

    private synchronized void startServer() {
        message = "";
        become(State.STARTING);
        observations.note("The lab starts the server.");
        try {
            server = ServerProcess.start(ServerCommand.of(jar, directory.path(), settings), this);
        } catch (IOException | UncheckedIOException e) {
            fail("The server's process can't be started: " + e.getMessage());
        }
    }

    @Override
    public void printed(String line) {
        observations.printed(line);
        ServerProcess.address(line).ifPresent(this::listens);
    }

    private synchronized void listens(URI url) {
        if (state == State.STARTING) {
            address = url;
            become(State.RUNNING);
        }
    }

    @Override
    public synchronized void ended(int status) {
        observations.serverEnded();
        if (state == State.STARTING || state == State.RUNNING) {
            var what = state == State.STARTING ? "did not start" : "has ended by itself";
            fail("The server of %s %s (exit status %d). Its last lines:%n%s".formatted(
                    choice.title(), what, status, String.join(System.lineSeparator(), observations.lastLines(LAST_LINES))));
        }
    }

    private synchronized void fail(String reason) {
        message = String.valueOf(reason);
        become(State.FAILED);
    }

    private void become(State next) {
        state = next;
        publish();
    }

    private void publish() {
        var json = JsonObject.builder()
                .set("state", state.name().toLowerCase(Locale.ROOT))
                .set("message", message)
                .set("directory", directory.path().toString())
                .set("step", choice == null ? 0 : choice.step().number())
                .set("mine", choice != null && choice.mine());
        if (choice != null) {
            json.set("title", choice.title());
        }
        if (state == State.RUNNING) {
            json.set("address", address.toString()).set("process", server.pid());
        }
        feed.publish(name + "/server", json);
    }
}
