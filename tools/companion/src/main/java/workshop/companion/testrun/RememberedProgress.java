package workshop.companion.testrun;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import org.apache.commons.io.file.FilesUncheck;
import org.apache.commons.io.function.Uncheck;

import workshop.companion.build.StepSources;
import workshop.model.Step;
import workshop.model.Workshop;
import workshop.model.source.SourceFiles;

/**
 * How the tests of each step have ended when they ran last, and on which sources. It lies in {@code target} of the step, where
 * Maven's {@code clean} removes it. A file that is not as it was written, as GZIP's checksum tells, is as good as none.
 */
public final class RememberedProgress {
    private static final Pattern EXERCISE = Pattern.compile("^\\s*@Exercise(ForEveryWayOfLeaving)?\\(", Pattern.MULTILINE);

    private final Workshop workshop;

    /** What is in the file. */
    private record Memory(byte[] sources, List<TestOutcome> outcomes) implements Serializable {
    }

    public RememberedProgress(Workshop workshop) {
        this.workshop = workshop;
    }

    /**
     * Remembers how the tests of a step have ended, unless something was saved meanwhile.
     *
     * @param sources the digest of what was tested, taken before it was built
     */
    public void remember(StepProgress progress, byte[] sources) {
        Step step = progress.step();
        if (Arrays.equals(sources, now(step))) {
            List<TestOutcome> outcomes = progress.tests().stream().flatMap(test -> test.runs().stream()).toList();
            Uncheck.run(() -> write(file(step), new Memory(sources, outcomes)));
        }
    }

    /** Forgets a step that is no longer as it was. */
    public void forget(Step step) {
        FilesUncheck.deleteIfExists(file(step));
    }

    /** How the tests of a step end: they need not run where nothing has changed since they did. */
    public Optional<StepProgress> unchanged(Step step) {
        return read(step).filter(memory -> Arrays.equals(memory.sources, now(step)))
                .map(memory -> StepProgress.of(step, memory.outcomes));
    }

    /** Whether a step was done when it was tested last, whatever has changed since. */
    public boolean done(Step step) {
        return last(step).filter(StepProgress::done).isPresent();
    }

    /** How many of a step's exercises were solved when it was tested last. */
    public int solved(Step step) {
        return last(step).map(StepProgress::solved).orElse(0);
    }

    /** How many exercises a step has. */
    public int exercises(Step step) {
        return SourceFiles.javaIn(step.starter(), "src/test/java").entrySet().stream()
                .filter(test -> !test.getKey().endsWith("IT.java")) // those need a server's jar, and are Maven's to run
                .mapToInt(test -> (int) EXERCISE.matcher(test.getValue()).results().count())
                .sum();
    }

    /**
     * The progress in the whole workshop, as a bar of some characters and in words.
     *
     * @param newer the progress of one step, in place of what is remembered
     */
    public String bar(int width, Optional<StepProgress> newer) {
        int all = workshop.steps().stream().mapToInt(this::exercises).sum();
        int solved = workshop.steps().stream().mapToInt(step -> Math.min(solved(step, newer), exercises(step))).sum();
        return StepProgress.bar(width, solved, all);
    }

    private int solved(Step step, Optional<StepProgress> newer) {
        return newer.filter(progress -> progress.step().equals(step)).map(StepProgress::solved).orElseGet(() -> solved(step));
    }

    /** How the tests of a step have ended when they ran last, whatever has changed since. */
    public Optional<StepProgress> last(Step step) {
        return read(step).map(memory -> StepProgress.of(step, memory.outcomes));
    }

    private byte[] now(Step step) {
        return StepSources.of(workshop, step).digest();
    }

    /** The folder in which a step's progress is remembered; it may be absent. */
    public static Path folder(Step step) {
        return step.starter().resolve("target/companion");
    }

    private static Path file(Step step) {
        return folder(step).resolve("progress");
    }

    private static void write(Path file, Memory memory) throws IOException {
        Files.createDirectories(file.getParent());
        try (var objects = new ObjectOutputStream(new GZIPOutputStream(Files.newOutputStream(file)))) {
            objects.writeObject(memory);
        }
    }

    private static Optional<Memory> read(Step step) {
        try (var file = new GZIPInputStream(Files.newInputStream(file(step)))) {
            byte[] whole = file.readAllBytes(); // it is checked at its end
            return Optional.of((Memory) new ObjectInputStream(new ByteArrayInputStream(whole)).readObject());
        } catch (IOException | ClassNotFoundException e) {
            return Optional.empty(); // there is none, or another version of this program wrote it
        }
    }
}
