package workshop.companion.course;

import java.util.ArrayList;
import java.util.List;

import io.helidon.json.JsonObject;

import workshop.lab.feed.Feed;

/**
 * What the program that renders the course prints, as the open pages hear it: what is wrong, and that there is something new.
 */
final class Rendering {
    private static final String PROBLEM = "course: ";
    private static final String RENDERED = "Rendered ";
    private static final String NOT_RENDERED = "Not rendered";

    private final Feed feed;
    private final List<String> problems = new ArrayList<>();

    Rendering(Feed feed) {
        this.feed = feed;
    }

    /** The program has printed a line: what is wrong, each in a line, and then whether there are pages. Tells whether there are now. */
    boolean printed(String line) {
        if (line.startsWith(PROBLEM)) {
            problems.add(line.substring(PROBLEM.length()));
            return false;
        }
        boolean rendered = line.startsWith(RENDERED);
        if (rendered || line.startsWith(NOT_RENDERED)) {
            feed.publish("problems", JsonObject.builder().setStrings("lines", problems));
            problems.clear();
        }
        if (rendered) {
            feed.publish("version", JsonObject.builder().set("time", System.currentTimeMillis()));
        }
        return rendered;
    }
}
