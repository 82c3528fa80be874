package workshop.companion.watch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

import workshop.companion.CommandFailure;
import workshop.companion.progress.TestName;
import workshop.companion.progress.TestOutcome;
import workshop.companion.testrun.TestJvm;
import workshop.companion.testrun.TestRequest;

/**
 * Runs the tests of a step in a JVM that is warm. A run that is under way is given up for the next one, with its JVM,
 * whatever the learner's code does there; another JVM stands by.
 */
final class WarmTests implements AutoCloseable {
    private static final int RUNS = 50;
    private static final double BUSY = 0.25;
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(1);

    private final Supplier<TestJvm> start;
    private final Consumer<Event> events;
    private TestJvm active;
    private TestJvm standby;
    private TestJvm warming;
    private boolean closed;
    private boolean running;
    private int run;
    private int runsOfActive;
    private long endedAt;
    private Duration processorTime = Duration.ZERO;

    /**
     * @param start  starts a JVM
     * @param events is told how each test has ended, and that all have
     */
    WarmTests(Supplier<TestJvm> start, Consumer<Event> events) {
        this.start = start;
        this.events = events;
        this.active = start.get();
    }

    /** Starts a run of all tests, one of them before the others, if any; returns the number of the run. */
    synchronized int run(TestRequest all, Optional<TestName> first) {
        if (running || !active.isAlive() || runsOfActive >= RUNS || isBusy()) {
            replace();
        }
        running = true;
        runsOfActive++;
        int number = ++run;
        TestJvm jvm = active;
        Thread.startVirtualThread(() -> run(number, jvm, all, first));
        return number;
    }

    private void run(int number, TestJvm jvm, TestRequest all, Optional<TestName> first) {
        Event.Ended end;
        try {
            var outcomes = new ArrayList<TestOutcome>();
            first.ifPresent(test -> jvm.run(all.only(test), outcome -> {
                outcomes.add(outcome);
                events.accept(new Event.Tested(number, outcome));
            }));
            if (!outcomes.isEmpty() && outcomes.stream().noneMatch(TestOutcome::failed)) {
                events.accept(new Event.Passed(number));
            }
            outcomes.clear();
            jvm.run(all, outcome -> {
                outcomes.add(outcome);
                events.accept(new Event.Tested(number, outcome));
            });
            end = new Event.Ended(number, outcomes, Optional.empty());
        } catch (CommandFailure e) {
            end = new Event.Ended(number, List.of(), Optional.of(e.getMessage()));
        }
        ended(number, end);
        warmUp(all, end);
    }

    private synchronized void ended(int number, Event.Ended end) {
        if (number == run) {
            running = false;
            endedAt = System.nanoTime();
            processorTime = active.processorTime();
        }
        events.accept(end);
    }

    /**
     * Starts the JVM that stands by, and lets it load its classes: for that, one test will do. It stands by only then: a save may
     * come meanwhile, and take away the classes that it is about to load, and that ends it.
     */
    private void warmUp(TestRequest all, Event.Ended end) {
        TestJvm cold = cold(end.run());
        if (cold == null) {
            return;
        }
        try {
            if (!end.outcomes().isEmpty()) {
                cold.run(all.only(end.outcomes().getFirst().test()), _ -> { });
            }
        } catch (CommandFailure e) {
            cold.close(); // it is not needed: the next run will start another
        }
        warm(cold);
    }

    private synchronized TestJvm cold(int number) {
        if (number != run || standby != null || warming != null || closed) {
            return null;
        }
        warming = start.get();
        return warming;
    }

    private synchronized void warm(TestJvm jvm) {
        warming = null;
        standby = jvm;
    }

    /** Something that the tests have left behind still runs. */
    private boolean isBusy() {
        Duration since = Duration.ofNanos(System.nanoTime() - endedAt);
        Duration used = active.processorTime().minus(processorTime);
        return run > 0 && since.compareTo(LONG_ENOUGH) > 0 && used.toNanos() > BUSY * since.toNanos();
    }

    private void replace() {
        active.close();
        active = standby != null && standby.isAlive() ? standby : start.get();
        standby = null;
        runsOfActive = 0;
    }

    /** Gives up what is under way, and ends the JVMs. */
    @Override
    public synchronized void close() {
        run++;
        closed = true;
        Stream.of(active, standby, warming).filter(Objects::nonNull).forEach(TestJvm::close);
    }
}
