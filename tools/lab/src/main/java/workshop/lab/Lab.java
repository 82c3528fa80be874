package workshop.lab;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;

import io.helidon.webserver.WebServer;

import workshop.lab.feed.Feed;
import workshop.lab.server.ServerBuild;
import workshop.lab.side.Sides;
import workshop.lab.web.LabRouting;
import workshop.model.Workshop;

/**
 * The lab: a page on this machine that shows what happens when clients hang up on the servers of the steps.
 * <p>
 * It listens on localhost alone, and takes commands only from its own page.
 */
public final class Lab implements AutoCloseable {
    private static final String HOST = "localhost";

    private final Feed feed = new Feed();
    private final Sides sides;
    private final WebServer server;

    private Lab(Workshop workshop, ServerBuild build, int port) throws IOException {
        checkThatPortIsFree(port);
        sides = new Sides(workshop, build, feed);
        server = WebServer.builder()
                .host(HOST).port(port)
                .shutdownHook(false)
                .shutdownGracePeriod(Duration.ZERO)
                .routing(routing -> LabRouting.add(routing, sides, feed))
                .build().start();
        sides.choose("left", workshop.steps().getFirst().number(), false);
        sides.choose("right", workshop.latest().number(), false);
    }

    /**
     * Starts the lab, with the solution of the first step beside that of the last.
     *
     * @param workshop the steps to try; at least one
     * @param build    builds their servers; both sides may call it at the same time
     * @param port     the port of the page; 0 for any free one
     * @return the lab; it ends when it is closed, and all its servers with it
     * @throws IOException if it can't start; the message is one sentence that says why, and what to do
     */
    public static Lab start(Workshop workshop, ServerBuild build, int port) throws IOException {
        return new Lab(workshop, build, port);
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
        sides.close();
    }

    Sides sides() {
        return sides;
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
