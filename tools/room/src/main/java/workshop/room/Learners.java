package workshop.room;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import workshop.lab.feed.Feed;

/**
 * Who is in the room. A watch that is silent for too long is away; it comes back as who it was. Only leaving takes it out, or
 * another watch of the same name: a learner who has started it again, while the network did not let the first one say so.
 * Nothing is kept of anybody but the last report, and what {@link #history} was asked to keep.
 */
final class Learners {
    /** After so much of it, somebody is away. */
    static final Duration SILENCE = Report.SIGN_OF_LIFE.multipliedBy(3);

    /** Many more than a room has seats; a program that joins without end stops here. */
    private static final int MOST = 200;

    private final Feed feed;
    private final boolean recorded;
    private final Duration silence;
    private final Map<String, Learner> known = new LinkedHashMap<>();
    private final List<HistoryLine> history = new ArrayList<>();

    /**
     * @param feed     what the instructor's page is told
     * @param recorded whether to keep what changed, for an export
     * @param silence  after how much of it somebody is away
     */
    Learners(Feed feed, boolean recorded, Duration silence) {
        this.feed = feed;
        this.recorded = recorded;
        this.silence = silence;
    }

    /** Takes what a watch tells. */
    synchronized void report(String id, Report report) {
        Learner before = known.get(id);
        if (before == null && known.size() == MOST) {
            throw new Refusal("The room is full: %d are in it.".formatted(MOST));
        }
        put(new Learner(id, report, Duration.ofMillis(feed.now()), true));
        if (before == null) {
            record(report, "joins");
        } else if (!before.here()) {
            record(report, "is back");
        } else if (!HistoryLine.same(before.report(), report)) {
            record(report, "works");
        }
        known.values().stream()
                .filter(other -> !other.here() && other.report().name().equals(report.name()))
                .map(Learner::id)
                .toList()
                .forEach(this::leave);
    }

    /** Somebody leaves by their own decision. */
    synchronized void leave(String id) {
        Learner left = known.remove(id);
        if (left != null) {
            feed.forget(key(id));
            record(left.report(), "leaves");
        }
    }

    /** Looks who has been silent for too long. */
    synchronized void lookAround() {
        Duration now = Duration.ofMillis(feed.now());
        known.values().stream()
                .filter(learner -> learner.here() && now.minus(learner.heard()).compareTo(silence) > 0)
                .toList()
                .forEach(learner -> {
                    put(new Learner(learner.id(), learner.report(), learner.heard(), false));
                    record(learner.report(), "is away");
                });
    }

    /** What has changed so far, oldest first; empty unless it was to be recorded. */
    synchronized List<HistoryLine> history() {
        return List.copyOf(history);
    }

    private void put(Learner learner) {
        known.put(learner.id(), learner);
        feed.publish(key(learner.id()), learner.message());
    }

    private void record(Report report, String what) {
        if (recorded) {
            history.add(new HistoryLine(Duration.ofMillis(feed.now()), what, report));
        }
    }

    private static String key(String id) {
        return "learner/" + id + "/";
    }
}
