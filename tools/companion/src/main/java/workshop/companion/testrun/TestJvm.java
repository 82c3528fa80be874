package workshop.companion.testrun;

import java.io.File;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.apache.commons.io.function.Uncheck;

import workshop.companion.CommandFailure;
import workshop.companion.CommandName;
import workshop.model.Step;
import workshop.model.Workshop;
import workshop.testkit.process.JavaCommand;

/**
 * A JVM that runs the tests of one step, as often as it is asked to: the libraries stay loaded, the step's own classes
 * are loaded anew each time. It can be ended whatever happens in it.
 */
public final class TestJvm implements AutoCloseable {
    /** Its tests still wait for a second where the contract of the servers allows half of one. */
    private static final double IMPATIENT = 0.5;

    private static final int RUNS = 50;
    private static final double BUSY = 0.25;
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(1);

    private final Step step;
    private final Process process;
    private final ObjectOutputStream requests;
    private ObjectInputStream outcomes;
    private volatile int runs;
    private volatile long endedAt;
    private volatile Duration processorTime = Duration.ZERO;

    private TestJvm(Step step, Process process) {
        this.step = step;
        this.process = process;
        this.requests = Uncheck.get(() -> new ObjectOutputStream(process.getOutputStream()));
    }

    /**
     * Starts one for a learner who waits: its exercises wait for the one that is red, its tests are less patient, and what
     * they print is not shown.
     */
    public static TestJvm start(Workshop workshop, Step step) {
        return start(workshop, step, true, Redirect.DISCARD, "-Dworkshop.patience=" + IMPATIENT);
    }

    static TestJvm start(Workshop workshop, Step step, boolean oneAtATime, Redirect printed, String... options) {
        var all = new ArrayList<>(JavaCommand.QUICK_START);
        all.add("-Dworkshop.one-at-a-time=" + oneAtATime);
        all.addAll(List.of(options));
        var command = new JavaCommand(all).main(TestProcess.class, classPath(workshop, step));
        return new TestJvm(step, Uncheck.get(command.redirectError(printed)::start));
    }

    /** What the tests of a step that was built once run on: the class path of this program, and the libraries that are not on it. */
    public static String classPath(Workshop workshop, Step step) {
        List<String> own = libraries(workshop.root().resolve("tools/companion")).map(File::getName).toList();
        var classPath = new StringBuilder(System.getProperty("java.class.path"));
        libraries(step.starter())
                .filter(jar -> !own.contains(jar.getName()))
                .forEach(jar -> classPath.append(File.pathSeparator).append(jar));
        return classPath.toString();
    }

    private static Stream<File> libraries(Path module) {
        return Optional.ofNullable(module.resolve("target/libs").toFile().listFiles()).stream().flatMap(Stream::of).sorted();
    }

    /**
     * Runs tests, and returns when they have ended.
     *
     * @param each takes how each ended, as soon as it has
     * @throws CommandFailure if this JVM ends before they do
     */
    public synchronized void run(TestProcess.Request request, Consumer<TestOutcome> each) {
        try {
            requests.writeObject(request);
            requests.flush();
            if (outcomes == null) {
                outcomes = new ObjectInputStream(process.getInputStream()); // it waits for the other end
            }
            while (outcomes.readObject() instanceof TestOutcome outcome) {
                each.accept(outcome);
            }
        } catch (IOException e) {
            throw new CommandFailure("The tests of %s ended early, without their outcomes: run %s to see what they print."
                                             .formatted(step.title(), CommandName.with("test " + step.number())));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
        runs++;
        processorTime = usedProcessorTime();
        endedAt = System.nanoTime();
    }

    /** Whether it has loaded its classes, by a run, and is good for another one. */
    public boolean isWarm() {
        return runs > 0 && !isSpent();
    }

    /** Whether it has ended, has run often, or is kept busy by something that the tests have left behind. */
    public boolean isSpent() {
        Duration since = Duration.ofNanos(System.nanoTime() - endedAt);
        Duration used = usedProcessorTime().minus(processorTime);
        boolean busy = runs > 0 && since.compareTo(LONG_ENOUGH) > 0 && used.toNanos() > BUSY * since.toNanos();
        return !process.isAlive() || runs >= RUNS || busy;
    }

    private Duration usedProcessorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** By which the system knows it. */
    long pid() {
        return process.pid();
    }

    /** Ends it, whatever it does. */
    @Override
    public void close() {
        process.destroyForcibly();
    }
}
