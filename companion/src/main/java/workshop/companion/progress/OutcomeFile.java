package workshop.companion.progress;

import java.io.EOFException;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import workshop.companion.launcher.Launcher;
import workshop.companion.step.Step;

/**
 * The file in which {@link TestProcess} leaves its outcomes.
 *
 * @param path where it is
 * @param step the step that was tested
 */
record OutcomeFile(Path path, Step step) {
    /**
     * @return the outcomes, in order
     * @throws TestRunFailure if there are none: the process has ended before it could write them
     */
    @SuppressWarnings("unchecked") // TestProcess wrote it
    List<Outcome> read() throws IOException {
        try (var file = new ObjectInputStream(Files.newInputStream(path))) {
            return (List<Outcome>) file.readObject();
        } catch (EOFException e) {
            throw new TestRunFailure("The tests of %s ended early, without their outcomes: run %s to see what they print."
                                             .formatted(step.title(), Launcher.with("test " + step.number())));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
