package workshop.room;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Tells an instructor's room how far this learner is, for as long as they want: step, red test, minutes, and whether they ask for
 * help. Nothing of their code.
 * <p>
 * Where the room can't be reached, the watch goes on as without it, and the next try comes by itself. The room knows this link by
 * an id, so a learner whose network was gone comes back as who they were.
 */
public final class RoomLink implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final URI address;
    private final String code;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile Runnable onNews = () -> { };

    // guarded by the lock
    private Thread teller; // there is one once there is something to tell
    private Report report;
    private long redSince = System.nanoTime();
    private boolean untold = true;
    private boolean open = true;
    private String state = "not told yet";

    /**
     * Joins a room, as soon as there is something to tell.
     *
     * @param room its address
     * @param code its code
     * @param name what the learner wants to be called
     */
    public RoomLink(URI room, String code, String name) {
        this.address = room.resolve("/learners/" + UUID.randomUUID());
        this.code = code;
        this.report = new Report(name, 0, 0, 0, "", 0, false);
    }

    /**
     * Something about the work has changed.
     *
     * @param red the name of the test to make green next; empty if none is red
     */
    public void works(int step, int solved, int exercises, String red) {
        update(() -> {
            if (step != report.step() || !red.equals(report.red())) {
                redSince = System.nanoTime();
            }
            report = new Report(report.name(), step, solved, exercises, red, 0, report.help());
            if (teller == null) {
                teller = Thread.ofVirtual().name("room").start(this::tell);
            }
        });
    }

    /** Asks for help, or does not any more. */
    public void help() {
        update(() -> report = new Report(report.name(), report.step(), report.solved(), report.exercises(), report.red(), 0,
                                         !report.help()));
        onNews.run();
    }

    /** What to do when {@link #line} is another one. */
    public void onNews(Runnable action) {
        onNews = action;
    }

    /** A line for the learner: whether the room knows, and whether they ask for help. */
    public String line() {
        lock.lock();
        try {
            return "Room: %s%s".formatted(state, report.help() ? ", you ask for help" : "");
        } finally {
            lock.unlock();
        }
    }

    /** Leaves the room. */
    @Override
    public void close() {
        update(() -> open = false);
        try {
            if (teller != null && !teller.join(PATIENCE)) {
                teller.interrupt(); // the room will find out by the silence
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            http.shutdownNow();
        }
    }

    private void update(Runnable change) {
        lock.lock();
        try {
            change.run();
            untold = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    private void tell() {
        try {
            for (Report next = next(); next != null; next = next()) {
                send(request().PUT(BodyPublishers.ofString(next.json().toString())));
            }
            send(request().DELETE());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The next thing to tell: at once if there is news, and otherwise a sign of life; {@code null} if it is time to leave. */
    private Report next() throws InterruptedException {
        lock.lock();
        try {
            long left = Report.SIGN_OF_LIFE.toNanos();
            while (open && !untold && left > 0) {
                left = changed.awaitNanos(left);
            }
            untold = false;
            int seconds = report.red().isEmpty() ? 0 : (int) TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - redSince);
            return open ? report.after(seconds) : null;
        } finally {
            lock.unlock();
        }
    }

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder(address).timeout(PATIENCE).header(LearnerRoutes.CODE.defaultCase(), code);
    }

    private void send(HttpRequest.Builder request) throws InterruptedException {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            say(response.statusCode() == 204 ? "joined" : response.body().strip());
        } catch (IOException e) {
            say("not reached; the next try comes by itself");
        }
    }

    private void say(String what) {
        lock.lock();
        try {
            if (state.equals(what)) {
                return;
            }
            state = what;
        } finally {
            lock.unlock();
        }
        onNews.run();
    }
}
