package workshop.companion.progress;

import java.io.EOFException;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import workshop.companion.launcher.Launcher;
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
     *
     * @param workshop the workshop
     * @param step     the step
     * @return a JVM that starts
     * @throws UncheckedIOException if it can't be started
     */
    public static TestJvm start(Workshop workshop, Step step) {
        return start(workshop, step, true, Redirect.DISCARD, "-Dworkshop.patience=" + IMPATIENT);
    }

    static TestJvm start(Workshop workshop, Step step, boolean oneAtATime, Redirect printed, String... options) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        try {
            var command = new ArrayList<>(List.of(java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                                                  "-Dworkshop.one-at-a-time=" + oneAtATime));
            command.addAll(List.of(options));
            command.addAll(List.of("-cp", TestClassPath.of(workshop, step), TestProcess.class.getName()));
            return new TestJvm(step, new ProcessBuilder(command)
                    .redirectError(printed)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Runs tests, and returns when they have ended.
     *
     * @param request which
     * @param each    takes how each ended, as soon as it has
     * @throws TestRunFailure if this JVM ends before they do
     */
    public synchronized void run(TestRequest request, Consumer<Outcome> each) {
        try {
            if (requests == null) {
                requests = new ObjectOutputStream(process.getOutputStream());
            }
            requests.writeObject(request);
            requests.flush();
            if (outcomes == null) {
                outcomes = new ObjectInputStream(process.getInputStream());
            }
            while (outcomes.readObject() instanceof Outcome outcome) {
                each.accept(outcome);
            }
        } catch (EOFException e) {
            throw endedEarly();
        } catch (IOException e) {
            throw process.isAlive() ? new UncheckedIOException(e) : endedEarly();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * @return whether it still runs
     */
    public boolean isAlive() {
        return process.isAlive();
    }

    /**
     * @return the processor time that it has used
     */
    public Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Ends it, whatever it does. */
    @Override
    public void close() {
        process.destroyForcibly();
    }

    private TestRunFailure endedEarly() {
        return new TestRunFailure("The tests of %s ended early, without their outcomes: run %s to see what they print."
                                          .formatted(step.title(), Launcher.with("test " + step.number())));
    }
}
