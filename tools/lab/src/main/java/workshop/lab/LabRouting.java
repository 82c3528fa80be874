package workshop.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.helidon.common.media.type.MediaTypes;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;

import workshop.lab.feed.Feed;

/**
 * What the lab's web server answers to: the page, what it is told, and what it commands.
 * <p>
 * The files of the page are named here one by one: no path from outside leads to a file. Helidon's static content would serve
 * whatever is in a folder, and could not put the token into the page.
 */
final class LabRouting {
    private static final List<String> FILES = List.of(
            "index.html", "base.css", "lab.css", "icon.svg",
            "lab.js", "element.js", "experiments.js", "feed.js", "request.js", "side.js", "strip.js", "timeline.js", "tour.js", "trial.js",
            "verdict.js");

    private LabRouting() {
    }

    /** Adds the routes: the lab carries out the page's commands, and the feed is what it is told. */
    static void add(HttpRouting.Builder routing, Lab lab, Feed feed) {
        var origin = new OwnOrigin();
        routing.addFilter(origin)
                .get("/events", (request, response) -> feed.stream(response))
                .post("/commands", new Commands(lab));
        for (var name : FILES) {
            routing.get(name.equals("index.html") ? "/" : "/" + name, file(name, origin.token()));
        }
    }

    private static Handler file(String name, String token) {
        var type = MediaTypes.detectType(name).orElseThrow();
        try (var in = LabRouting.class.getResourceAsStream("web/" + name)) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("{{token}}", token);
            byte[] content = text.getBytes(StandardCharsets.UTF_8);
            return (request, response) -> {
                response.headers().contentType(type);
                response.send(content);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
