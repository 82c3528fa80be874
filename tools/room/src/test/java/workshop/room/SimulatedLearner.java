package workshop.room;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Somebody who works at random, with the link that a watch has, over a network that is lost at times. It knows what it has done,
 * and so what the room has to show of it.
 */
final class SimulatedLearner implements AutoCloseable {
    private static final int EXERCISES = 20;
    private static final int STEPS = 4;
    private static final int LONGEST_LOSS = 12;

    /** A report may be as late as the link's patience, and counts whole seconds. */
    private static final Duration LATE = Duration.ofSeconds(5);

    private final Random random;
    private final String code;
    private final Network network;
    private RoomLink link;
    private Report report;
    private long redSince;
    private int actsUntilBack;

    /** What the room may have heard since it last agreed. */
    private final List<Report> heard = new ArrayList<>();

    /** What was done since the network was lost: it arrives once the network is back, if it does. */
    private final List<Report> unheard = new ArrayList<>();

    SimulatedLearner(String name, URI room, String code, Random random) throws IOException {
        this.random = random;
        this.code = code;
        this.network = new Network(room);
        this.report = new Report(name, 1, 0, EXERCISES, "test 0 of step 1", 0, false);
        join();
    }

    /** Works until the end, with pauses of any length up to the longest one. */
    void work(CountDownLatch end, Duration longestPause) throws InterruptedException {
        while (!end.await(random.nextLong(longestPause.toNanos()), TimeUnit.NANOSECONDS)) {
            act();
        }
    }

    private void act() {
        if (network.isLost() && --actsUntilBack == 0) {
            restoreNetwork();
        }
        switch (random.nextInt(10)) {
            case 0, 1, 2 -> works(report.step(), report.solved(), random.nextInt(EXERCISES));
            case 3, 4 -> works(report.step(), Math.min(report.solved() + 1, EXERCISES), random.nextInt(EXERCISES));
            case 5 -> works(report.step() % STEPS + 1, 0, 0);
            case 6 -> savesWithoutChange();
            case 7 -> asksForHelpOrNotAnyMore();
            case 8 -> losesNetwork();
            case 9 -> leavesAndJoinsAgain();
            default -> throw new AssertionError();
        }
    }

    private void works(int step, int solved, int test) {
        String red = solved == EXERCISES ? "" : "test %d of step %d".formatted(test, step);
        if (step != report.step() || !red.equals(report.red())) {
            redSince = System.nanoTime();
        }
        does(new Report(report.name(), step, solved, EXERCISES, red, 0, report.help()));
        savesWithoutChange();
    }

    private void savesWithoutChange() {
        link.works(report.step(), report.solved(), report.exercises(), report.red());
    }

    private void asksForHelpOrNotAnyMore() {
        does(new Report(report.name(), report.step(), report.solved(), report.exercises(), report.red(), 0, !report.help()));
        link.help();
    }

    private void losesNetwork() {
        if (!network.isLost()) {
            actsUntilBack = random.nextInt(1, LONGEST_LOSS);
            network.lose();
        }
    }

    private void leavesAndJoinsAgain() {
        if (!network.isLost()) {
            link.close();
            join();
        }
    }

    private void join() {
        link = new RoomLink(network.address(), code, report.name());
        redSince = System.nanoTime();
        does(new Report(report.name(), report.step(), report.solved(), report.exercises(), report.red(), 0, false));
        savesWithoutChange();
    }

    private void does(Report next) {
        report = next;
        (network.isLost() ? unheard : heard).add(report);
    }

    void restoreNetwork() {
        network.restore();
        heard.addAll(unheard);
        unheard.clear();
    }

    /** What is wrong with what a page shows; empty if it agrees with what was done. */
    String objection(Collection<Learner> shown, PageFeed page) {
        List<Learner> mine = shown.stream().filter(learner -> learner.report().name().equals(report.name())).toList();
        boolean agrees = network.isLost() ? mine.stream().allMatch(this::isOfBefore) : mine.size() == 1 && isNow(mine.getFirst(), page);
        return agrees ? "" : "%s, red for %s, %s: the page shows %s%n".formatted(
                report, sinceRed(), network.isLost() ? "without network" : "here", mine);
    }

    private boolean isOfBefore(Learner shown) {
        return heard.contains(shown.report().after(0));
    }

    private boolean isNow(Learner shown, PageFeed page) {
        return shown.here() && shown.report().after(0).equals(report)
                && (report.red().isEmpty() || page.red(shown).minus(sinceRed()).abs().compareTo(LATE) <= 0);
    }

    private Duration sinceRed() {
        return Duration.ofNanos(System.nanoTime() - redSince);
    }

    /** The room agrees: from now on, it may show nothing older. */
    void agrees() {
        if (!network.isLost()) {
            heard.clear();
            heard.add(report);
        }
    }

    @Override
    public void close() throws IOException {
        link.close();
        network.close();
    }
}
