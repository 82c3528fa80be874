package workshop.companion.course;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import io.helidon.common.media.type.MediaTypes;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.helidon.webserver.staticcontent.FileSystemHandlerConfig;
import io.helidon.webserver.staticcontent.StaticContentFeature;
import org.apache.commons.io.function.Uncheck;

import workshop.lab.feed.Feed;
import workshop.model.Workshop;
import workshop.model.page.FreeAddress;
import workshop.model.page.LocalHost;

/**
 * Serves the course to this machine alone. Its pages load again when they were rendered anew, say what is wrong with the sources,
 * and tick the exercises that are solved: one script hears all of it, which pages that are opened from a disk don't load.
 */
public final class CourseServer implements AutoCloseable {
    private static final String HOST = "localhost";
    private static final String LEARNER = "/site/";
    private static final String INSTRUCTOR = "/instructor/";

    /** Each of them, and the one of a language, in a folder of the learner's; no dot leads out of the folder. */
    private static final String SITE = "/{site:[\\w/-]+}";
    private static final String LAST_SCRIPT = "assets/progress.js";
    private static final String HEAR = "import('./live.js');\n";
    private static final Header NOT_KEPT = HeaderValues.create(HeaderNames.CACHE_CONTROL, "no-store");

    /** RFC 9110, 15.5.20. */
    private static final Status MISDIRECTED = Status.create(421);

    private final Path folder;
    private final Feed feed = new Feed();
    private final Rendering rendering = new Rendering(feed);
    private final StepsFeed steps;
    private final WebServer server;

    private CourseServer(Workshop workshop, Path folder, int port) {
        this.folder = folder;
        this.server = WebServer.builder()
                .host(HOST).port(port)
                .shutdownHook(false)
                .shutdownGracePeriod(Duration.ZERO)
                .routing(this::addRoutes)
                .build().start();
        this.steps = new StepsFeed(workshop, feed);
    }

    /**
     * Starts a server.
     *
     * @param folder where the pages are, or will be
     * @param port   0 for any that is free
     * @throws IOException if it can't start; the message is one sentence that says why, and what to do
     */
    public static CourseServer start(Workshop workshop, Path folder, int port) throws IOException {
        try {
            FreeAddress.check(HOST, port);
        } catch (IOException e) {
            throw new IOException("Port %d can't be had (%s): stop what uses it, or take --port=0.".formatted(port, e.getMessage()), e);
        }
        return new CourseServer(workshop, folder, port);
    }

    /** The address of the learner's course. */
    public URI learner() {
        return address(LEARNER);
    }

    /** The address of the instructor's course. */
    public URI instructor() {
        return address(INSTRUCTOR);
    }

    /** The program that renders the pages has printed a line; tells whether it has just said that they are there. */
    public boolean printed(String line) {
        return rendering.printed(line);
    }

    private URI address(String edition) {
        return URI.create("http://%s:%d%s".formatted(HOST, server.port(), edition));
    }

    private void addRoutes(HttpRouting.Builder routing) {
        routing.addFilter(this::onlyHere);
        routing.get("/", (_, response) -> response.status(Status.FOUND_302).header(HeaderNames.LOCATION, LEARNER).send());
        routing.get(SITE + "/events", (_, response) -> feed.stream(response))
                .get(SITE + "/" + LAST_SCRIPT, (request, response) -> {
                    Path script = folder.resolve(request.path().pathParameters().get("site")).resolve(LAST_SCRIPT);
                    response.headers().contentType(MediaTypes.detectType(LAST_SCRIPT).orElseThrow());
                    response.send(Files.readString(script) + HEAR);
                });
        routing.register("/", StaticContentFeature.createService(FileSystemHandlerConfig.builder()
                                                                         .location(Uncheck.get(() -> Files.createDirectories(folder)))
                                                                         .welcome("index.html")
                                                                         .build()));
    }

    /** No other site can have its name lead here and ask as itself (DNS rebinding), and no browser keeps what will change. */
    private void onlyHere(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        response.header(NOT_KEPT);
        if (new LocalHost(request.localPeer().port()).isNamed(request.authority())) {
            chain.proceed();
        } else {
            response.status(MISDIRECTED).send("The course is at %s alone.\n".formatted(learner()));
        }
    }

    @Override
    public void close() {
        steps.close();
        feed.close();
        server.stop();
    }
}
