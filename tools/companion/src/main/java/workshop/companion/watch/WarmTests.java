package workshop.companion.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

import workshop.companion.CommandFailure;
import workshop.companion.testrun.TestJvm;
import workshop.companion.testrun.TestOutcome;
import workshop.companion.testrun.TestProcess;

/**
 * Runs the tests of a step in a JVM that is warm. A run that is under way is given up for the next one, with its JVM,
 * whatever the learner's code does there; another JVM stands by.
 */
final class WarmTests implements AutoCloseable {
    private final Supplier<TestJvm> start;
    private TestJvm active;
    private TestJvm standby;
    private Listener underWay;
    private Listener latest;

    /** What a run tells, on a thread of its own. */
    interface Listener {
        /** One test has ended. */
        void tested(TestOutcome outcome);

        /** The test that was run before the others is green. */
        void passed();

        /**
         * The run is over.
         *
         * @param outcomes of the tests, in order; of all of them if there is no problem
         * @param problem  why the tests could not be run to their end; empty if they could
         */
        void ended(List<TestOutcome> outcomes, String problem);
    }

    /** Tests in JVMs that are started by this. */
    WarmTests(Supplier<TestJvm> start) {
        this.start = start;
        this.active = start.get();
    }

    /** Starts a run of all tests, one of them before the others, if any. */
    synchronized void run(TestProcess.Request all, Optional<String> first, Listener listener) {
        if (underWay != null || active.isSpent()) {
            replace();
        }
        underWay = listener;
        latest = listener;
        TestJvm jvm = active;
        Thread.startVirtualThread(() -> run(jvm, all, first, listener));
    }

    private void run(TestJvm jvm, TestProcess.Request all, Optional<String> first, Listener listener) {
        var outcomes = new ArrayList<TestOutcome>();
        Consumer<TestOutcome> each = outcome -> {
            outcomes.add(outcome);
            listener.tested(outcome);
        };
        String problem = "";
        try {
            first.ifPresent(test -> jvm.run(all.only(test), each));
            if (!outcomes.isEmpty() && outcomes.stream().noneMatch(TestOutcome::failed)) {
                listener.passed();
            }
            outcomes.clear();
            jvm.run(all, each);
        } catch (CommandFailure e) {
            problem = e.getMessage();
        }
        synchronized (this) {
            underWay = underWay == listener ? null : underWay;
        }
        listener.ended(outcomes, problem);
        outcomes.stream().findFirst().ifPresent(outcome -> warmUp(listener, all.only(outcome.test())));
    }

    /**
     * Starts the JVM that stands by, and lets it load its classes: for that, one test will do. A save may come meanwhile, and take
     * away the classes that it is about to load, and that ends it.
     */
    private void warmUp(Listener after, TestProcess.Request oneTest) {
        TestJvm cold;
        synchronized (this) {
            if (latest != after || standby != null && !standby.isSpent()) {
                return;
            }
            cold = start.get();
            standby = cold;
        }
        try {
            cold.run(oneTest, _ -> { });
        } catch (CommandFailure e) {
            cold.close(); // it is not needed: the next run will start another
        }
    }

    private void replace() {
        active.close();
        if (standby != null && standby.isWarm()) {
            active = standby;
            standby = null;
        } else {
            active = start.get();
        }
    }

    /** Gives up what is under way, and ends the JVMs. */
    @Override
    public synchronized void close() {
        latest = null;
        Stream.of(active, standby).filter(Objects::nonNull).forEach(TestJvm::close);
    }
}
