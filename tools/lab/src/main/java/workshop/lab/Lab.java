package workshop.lab;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import io.helidon.json.JsonObject;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;

/**
 * The lab: a page on this machine that shows what happens when clients hang up on the servers of the steps.
 * <p>
 * It listens on localhost alone, and takes commands only from its own page.
 */
public final class Lab implements AutoCloseable {
    private static final String HOST = "localhost";
    private static final int FIRST = 1;
    private static final int REFRESHES = 20;

    private final Steps steps;
    private final Feed feed = new Feed();
    private final Directory temporary;
    private final Map<String, Stand> stands;
    private final WebServer server;
    private Settings settings = Settings.DEFAULT;
    private int run;

    private Lab(Steps steps, int port) throws IOException {
        checkThatPortIsFree(port);
        this.steps = steps;
        this.temporary = new Directory(Files.createTempDirectory("workshop-lab-"));
        publish();
        var left = stand("left");
        var right = stand("right");
        this.stands = Map.of("left", left, "right", right);
        this.server = WebServer.builder()
                .host(HOST).port(port)
                .shutdownHook(false)
                .shutdownGracePeriod(Duration.ZERO)
                .routing(this::route)
                .build().start();
        left.choose(new Choice(FIRST, false), settings);
        right.choose(new Choice(steps.titles().size(), false), settings);
    }

    /**
     * Starts the lab, with the solution of the first step beside that of the last.
     *
     * @param steps the steps to try
     * @param port  the port of the page; 0 for any free one
     * @return the lab; it ends when it is closed, and all its servers with it
     * @throws IOException if it can't start; the message is one sentence that says why, and what to do
     */
    public static Lab start(Steps steps, int port) throws IOException {
        return new Lab(steps, port);
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
        stands.values().forEach(Stand::close);
        temporary.remove();
    }

    /**
     * Carries out a command on one side.
     *
     * @throws Refusal if it can't be
     */
    void command(String side, String what, WayOfLeaving way) {
        var stand = stand(side, stands);
        switch (what) {
            case "send" -> stand.send();
            case "hang-up" -> stand.hangUp(way);
            case "refresh" -> stand.refresh(REFRESHES, way);
            case "vanish" -> stand.vanish();
            case "kill" -> stand.kill();
            case "start" -> stand.start();
            case "afresh" -> stand.afresh(settings());
            default -> throw new Refusal("There is no command '%s'.".formatted(what));
        }
    }

    /**
     * Puts a server on one side.
     *
     * @param step the number of the step; 0 for none
     */
    void choose(String side, int step, boolean mine) {
        if (step < 0 || step > steps.titles().size()) {
            throw new Refusal("There is no step %d: use 1 to %d.".formatted(step, steps.titles().size()));
        }
        stand(side, stands).choose(step == 0 ? null : new Choice(step, mine), settings());
    }

    /** Starts all servers afresh, with other settings. */
    void set(Settings latest) {
        synchronized (this) {
            settings = latest;
            publish();
        }
        stands.values().forEach(stand -> stand.afresh(latest));
    }

    private synchronized Settings settings() {
        return settings;
    }

    private synchronized int currentRun() {
        if (stands.values().stream().noneMatch(Stand::isActive)) {
            run++;
        }
        return run;
    }

    private Stand stand(String side) {
        return new Stand(side, steps, temporary.path().resolve(side), feed, this::currentRun);
    }

    private static Stand stand(String side, Map<String, Stand> stands) {
        var stand = stands.get(side);
        if (stand == null) {
            throw new Refusal("There is no side '%s': use left or right.".formatted(side));
        }
        return stand;
    }

    private void route(HttpRouting.Builder routing) {
        var origin = new OwnOrigin();
        routing.addFilter(origin)
                .register(new Page(origin.token()))
                .register("/events", new Events(feed))
                .register("/commands", new Commands(this));
    }

    private void publish() {
        feed.publish("lab", JsonObject.builder()
                .setStrings("steps", steps.titles())
                .set("work", settings.work().toMillis())
                .set("deadline", settings.deadline().toMillis()));
    }

    /** Helidon would log its failure and go on. */
    private static void checkThatPortIsFree(int port) throws IOException {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(HOST, port));
        } catch (BindException e) {
            throw new IOException("Port %d can't be had (%s): stop what uses it, or use another port, or 0 for any."
                                          .formatted(port, e.getMessage()), e);
        }
    }
}
