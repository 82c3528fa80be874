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
import workshop.lab.server.ServerBuild;
import workshop.lab.server.ServerChoice;
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

    private static final int FIRST_STEP_WITH_STREAMS = 5;
    private static final Duration IMPATIENCE = Duration.ofSeconds(1);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

    private final String name;
    private final ServerBuild build;
    private final Feed feed;
    private final TemporaryDirectory directory;
    private final ObservedRequests requests;
    private final ServerLog log;
    private final ServerPoll poll;
    private final Clients clients;
    private final ExecutorService turns = Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());

    /** What was chosen last; it may still have to wait for its turn. */
    private ServerChoice wanted;
    private ServerSettings settings = ServerSettings.DEFAULT;

    private ServerChoice choice;
    private State state = State.EMPTY;
    private Path jar;
    private ServerProcess server;
    private URI address;

    public Side(String name, ServerBuild build, Path parent, Feed feed, IntSupplier run) {
        this.name = name;
        this.build = build;
        this.feed = feed;
        this.directory = new TemporaryDirectory(parent.resolve(name));
        this.requests = new ObservedRequests(name, feed);
        this.log = new ServerLog(name, requests, feed);
        this.poll = new ServerPoll(name, directory.path(), this::addressWithMetrics, requests, feed);
        this.clients = new Clients(this, requests, run);
        forget();
        become(State.EMPTY, "");
    }

    public String name() {
        return name;
    }

    public boolean isActive() {
        return requests.isActive();
    }

    /** The clients that can be sent to the server. */
    public Clients clients() {
        return clients;
    }

    /** Puts another server here, or none, in an empty directory. */
    public synchronized void choose(ServerChoice chosen) {
        wanted = chosen;
        turn(() -> replaceServer(chosen));
    }

    /** The same server again, with other settings. */
    public synchronized void set(ServerSettings latest) {
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
        address();
        log.note("The lab kills the server.");
        server.kill();
        become(State.KILLED, "Killed: nothing could be cleaned up.");
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

    /** Where the server listens; {@link Refusal} if none runs. */
    synchronized URI address() {
        if (state != State.RUNNING) {
            throw new Refusal(choice == null
                    ? "There is no server on this side: choose a step."
                    : "The server of %s does not run: start it first.".formatted(choice.title()));
        }
        return address;
    }

    /** How long a client waits that comes to leave: a second, unless the answer could come before. */
    synchronized Duration patience() {
        return Stream.of(IMPATIENCE, settings.work().dividedBy(2), settings.deadline().dividedBy(2))
                .min(Duration::compareTo).orElseThrow();
    }

    /** Whether the server speaks HTTP/2, too. */
    synchronized boolean hasStreams() {
        return choice != null && choice.step().number() >= FIRST_STEP_WITH_STREAMS;
    }

    private synchronized URI addressWithMetrics() {
        return state == State.RUNNING && choice.step().number() >= ServerPoll.FIRST_STEP_WITH_METRICS ? address : null;
    }

    private void replaceServer(ServerChoice chosen) throws InterruptedException {
        empty();
        synchronized (this) {
            choice = chosen;
            become(chosen == null ? State.EMPTY : State.BUILDING, "");
        }
        if (chosen != null) {
            try {
                startServer(build.jar(chosen));
            } catch (RuntimeException e) {
                become(State.FAILED, String.valueOf(e.getMessage()));
            }
        }
    }

    /** Stops the server, removes its files and forgets all about it. */
    private void empty() throws InterruptedException {
        synchronized (this) {
            state = State.EMPTY;
            jar = null;
        }
        if (server != null) {
            server.stop(LONGEST_STOP);
            server = null;
        }
        directory.close();
        forget();
    }

    private void forget() {
        requests.clear();
        log.clear();
        poll.clear();
    }

    private void startAgain() throws InterruptedException {
        if (isStopped()) { // and not told to start twice
            if (server != null) {
                server.awaitEnd(); // its end has to be seen first
            }
            startServer(jar);
        }
    }

    private synchronized void startServer(Path built) {
        jar = built;
        become(State.STARTING, "");
        log.note("The lab starts the server.");
        try {
            server = ServerProcess.start(settings.command(jar, directory.path()), this);
        } catch (IOException | UncheckedIOException e) {
            become(State.FAILED, "The server's process can't be started: " + e.getMessage());
        }
    }

    @Override
    public void printed(String line) {
        log.printed(line);
        ServerProcess.address(line).ifPresent(this::listens);
    }

    private synchronized void listens(URI url) {
        if (state == State.STARTING) {
            address = url;
            become(State.RUNNING, "");
        }
    }

    @Override
    public synchronized void ended(int status) {
        requests.sawEndOfServer();
        if (state == State.STARTING || state == State.RUNNING) {
            var what = state == State.STARTING ? "did not start" : "has ended by itself";
            become(State.FAILED, "The server of %s %s (exit status %d). Its last lines:%n%s".formatted(
                    choice.title(), what, status, String.join(System.lineSeparator(), log.last())));
        }
    }

    /** Tells the pages, too; the message is for those who look at the server. */
    private synchronized void become(State next, String why) {
        state = next;
        var json = JsonObject.builder()
                .set("state", state.name().toLowerCase(Locale.ROOT))
                .set("message", why)
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
