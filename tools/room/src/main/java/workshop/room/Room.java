package workshop.room;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.helidon.webserver.WebServer;

import workshop.lab.feed.Feed;
import workshop.model.page.FreeAddress;

/**
 * A page for the instructor of a room: who is at which step, which test is red there and for how long, who asks for help, which
 * test holds the room. Learners join with {@code ./workshop watch --room=…} by their own decision.
 * <p>
 * Nothing is stored, but what {@link Settings#export} asks for, when the room is closed.
 */
public final class Room implements AutoCloseable {
    private final Settings settings;
    private final JoinCode code = new JoinCode();
    private final String secret = UUID.randomUUID().toString();
    private final Feed feed = new Feed();
    private final Learners learners;
    private final ScheduledExecutorService looksAround = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("room").factory());
    private final WebServer server;

    /**
     * How a room is opened.
     *
     * @param host   the address that learners reach; {@code localhost} for a look by oneself
     * @param port   its port; 0 for any free one
     * @param export where to write what happened, when the room is closed
     */
    public record Settings(String host, int port, Optional<Path> export) {
    }

    private Room(Settings settings) {
        this.settings = settings;
        this.learners = new Learners(feed, settings.export().isPresent(), Learners.SILENCE);
        this.server = WebServer.builder()
                .host(settings.host()).port(settings.port())
                .shutdownHook(false)
                .shutdownGracePeriod(Duration.ZERO)
                .routing(routing -> routing
                        .register("/learners", new LearnerRoutes(learners, code))
                        .register("/" + secret, new InstructorPage(code.toString(), () -> address().toString()))
                        .get("/" + secret + "/events", (_, response) -> feed.stream(response)))
                .build().start();
        looksAround.scheduleWithFixedDelay(learners::lookAround, 1, 1, TimeUnit.SECONDS);
    }

    /**
     * Opens a room.
     *
     * @param settings where
     * @return the room; it ends when it is closed
     * @throws IOException if it can't be opened there; the message is one sentence that says why, and what to do
     */
    public static Room open(Settings settings) throws IOException {
        try {
            FreeAddress.check(settings.host(), settings.port());
        } catch (IOException e) {
            throw new IOException("The room can't be opened at %s, port %d (%s): use an address of this machine, and a free port, or 0 for any."
                                          .formatted(settings.host(), settings.port(), e.getMessage()), e);
        }
        return new Room(settings);
    }

    /**
     * @return the address of the page, which is for the instructor alone
     */
    public URI page() {
        return address().resolve("/" + secret + "/");
    }

    /**
     * @return what learners give to {@code --room}
     */
    public URI address() {
        return URI.create("http://%s:%d/".formatted(settings.host(), server.port()));
    }

    /**
     * @return what learners type to be let in
     */
    public String code() {
        return code.toString();
    }

    /** Closes the room, and writes the export if there is to be one. */
    @Override
    public void close() throws IOException {
        looksAround.shutdownNow();
        feed.close();
        server.stop();
        if (settings.export().isPresent()) {
            HistoryLine.write(learners.history(), settings.export().get());
        }
    }
}
