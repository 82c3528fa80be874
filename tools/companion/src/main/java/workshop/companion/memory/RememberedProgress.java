package workshop.companion.memory;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.apache.commons.io.file.FilesUncheck;
import org.apache.commons.io.function.Uncheck;

import workshop.companion.build.StepSources;
import workshop.companion.progress.StepProgress;
import workshop.companion.progress.StepTest;
import workshop.companion.progress.TestOutcome;
import workshop.model.Digest;
import workshop.model.Step;
import workshop.model.Workshop;
import workshop.model.source.SourceFiles;

/**
 * How the tests of each step have ended when they ran last, and on which sources. It lies in {@code target} of the step, where
 * Maven's {@code clean} removes it. A file that is not as it was written is as good as none.
 */
public final class RememberedProgress {
    private static final Pattern EXERCISE = Pattern.compile("^\\s*@Exercise(ForEveryWayOfLeaving)?\\(", Pattern.MULTILINE);
    private static final int DIGEST = 32;

    private final Workshop workshop;

    /** What is in the file, behind the digest of it. */
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
            write(file(step), new Memory(sources, progress.tests().stream().flatMap(test -> test.runs().stream()).toList()));
        }
    }

    /** Forgets a step that is no longer as it was. */
    public void forget(Step step) {
        FilesUncheck.deleteIfExists(file(step));
    }

    /** How the tests of a step end: they need not run where nothing has changed since they did. */
    public Optional<StepProgress> unchanged(Step step) {
        return read(step).filter(memory -> Arrays.equals(memory.sources, now(step))).map(memory -> progress(step, memory));
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

    /** The progress in the whole workshop, as a bar of some characters and in words. */
    public String bar(int width) {
        int all = workshop.steps().stream().mapToInt(this::exercises).sum();
        int solved = workshop.steps().stream().mapToInt(step -> Math.min(solved(step), exercises(step))).sum();
        return StepProgress.bar(width, solved, all);
    }

    private Optional<StepProgress> last(Step step) {
        return read(step).map(memory -> progress(step, memory));
    }

    private byte[] now(Step step) {
        return StepSources.of(workshop, step).digest();
    }

    private static StepProgress progress(Step step, Memory memory) {
        return new StepProgress(step, StepTest.of(memory.outcomes));
    }

    private static Path file(Step step) {
        return step.starter().resolve("target/companion/progress");
    }

    private static void write(Path file, Memory memory) {
        FilesUncheck.createDirectories(file.getParent());
        Path written = FilesUncheck.createTempFile(file.getParent(), "new", null);
        byte[] objects = Uncheck.get(() -> bytes(memory));
        FilesUncheck.write(written, ByteBuffer.allocate(DIGEST + objects.length)
                .put(Digest.sha256().digest(objects)).put(objects).array());
        FilesUncheck.move(written, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static byte[] bytes(Memory memory) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var objects = new ObjectOutputStream(bytes)) {
            objects.writeObject(memory);
        }
        return bytes.toByteArray();
    }

    private static Optional<Memory> read(Step step) {
        try {
            byte[] all = Files.readAllBytes(file(step));
            byte[] memory = Arrays.copyOfRange(all, Math.min(DIGEST, all.length), all.length);
            if (!Arrays.equals(all, 0, Math.min(DIGEST, all.length), Digest.sha256().digest(memory), 0, DIGEST)) {
                return Optional.empty();
            }
            return Optional.of((Memory) new ObjectInputStream(new ByteArrayInputStream(memory)).readObject());
        } catch (IOException | ClassNotFoundException e) {
            return Optional.empty(); // there is none, or another version of this program wrote it
        }
    }
}
