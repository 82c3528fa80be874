package workshop.companion.testrun;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.apache.commons.io.function.Uncheck;

import workshop.companion.CommandFailure;
import workshop.companion.CommandName;
import workshop.companion.process.ChildJvm;
import workshop.companion.progress.TestOutcome;
import workshop.model.Step;
import workshop.model.Workshop;

/**
 * A JVM that runs the tests of one step, as often as it is asked to: the libraries stay loaded, the step's own classes
 * are loaded anew each time. It can be ended whatever happens in it.
 */
public final class TestJvm implements AutoCloseable {
    /** Its tests still wait for a second where the contract of the servers allows half of one. */
    private static final double IMPATIENT = 0.5;

    private final Step step;
    private final Process process;
    private ObjectOutputStream requests;
    private ObjectInputStream outcomes;

    private TestJvm(Step step, Process process) {
        this.step = step;
        this.process = process;
    }

    /**
     * Starts one for a learner who waits: its exercises wait for the one that is red, its tests are less patient, and what
     * they print is not shown.
     */
    public static TestJvm start(Workshop workshop, Step step) {
        return start(workshop, step, true, Redirect.DISCARD, "-Dworkshop.patience=" + IMPATIENT);
    }

    static TestJvm start(Workshop workshop, Step step, boolean oneAtATime, Redirect printed, String... options) {
        var arguments = new ArrayList<>(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                                                "-Dworkshop.one-at-a-time=" + oneAtATime));
        arguments.addAll(List.of(options));
        arguments.addAll(List.of("-cp", TestClassPath.of(workshop, step), TestProcess.class.getName()));
        return new TestJvm(step, Uncheck.get(ChildJvm.with(arguments).redirectError(printed)::start));
    }

    /**
     * Runs tests, and returns when they have ended.
     *
     * @param each takes how each ended, as soon as it has
     * @throws CommandFailure if this JVM ends before they do
     */
    public synchronized void run(TestRequest request, Consumer<TestOutcome> each) {
        try {
            if (requests == null) {
                requests = new ObjectOutputStream(process.getOutputStream());
            }
            requests.writeObject(request);
            requests.flush();
            if (outcomes == null) {
                outcomes = new ObjectInputStream(process.getInputStream());
            }
            while (outcomes.readObject() instanceof TestOutcome outcome) {
                each.accept(outcome);
            }
        } catch (IOException e) {
            throw endedEarly();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** By which the system knows it. */
    long pid() {
        return process.pid();
    }

    /** The processor time that it has used. */
    public Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Ends it, whatever it does. */
    @Override
    public void close() {
        process.destroyForcibly();
    }

    private CommandFailure endedEarly() {
        return new CommandFailure("The tests of %s ended early, without their outcomes: run %s to see what they print."
                                          .formatted(step.title(), CommandName.with("test " + step.number())));
    }
}
