package workshop.lab;

import java.util.List;

import io.helidon.webserver.http.HttpRouting;

import workshop.lab.feed.Feed;
import workshop.lab.feed.PageFile;

/**
 * What the lab's web server answers to: the page, what it is told, and what it commands.
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
            routing.get(name.equals("index.html") ? "/" : "/" + name,
                        PageFile.of(LabRouting.class, "web/" + name, text -> text.replace("{{token}}", origin.token())));
        }
    }
}
