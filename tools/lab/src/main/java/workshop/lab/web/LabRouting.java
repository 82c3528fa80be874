package workshop.lab.web;

import io.helidon.webserver.http.HttpRouting;

import workshop.lab.feed.Feed;
import workshop.lab.side.Sides;

/**
 * What the lab's web server answers to: the page, what it is told, and what it commands.
 */
public final class LabRouting {
    private LabRouting() {
    }

    /** Adds the routes: the sides carry out the page's commands, and the feed is what it is told. */
    public static void add(HttpRouting.Builder routing, Sides sides, Feed feed) {
        var origin = new OwnOrigin();
        routing.addFilter(origin)
                .register(new PageFiles(origin.token()))
                .register("/events", new FeedStream(feed))
                .register("/commands", new Commands(sides));
    }
}
