package workshop.companion.progress;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import workshop.testkit.run.StepTests;

/**
 * The program that runs a step's tests, in a process of its own: whatever the learner's code does there, it can be
 * ended.
 */
final class TestProcess {
    private TestProcess() {
    }

    /**
     * Runs the tests and writes the {@link Outcome}s to a file.
     *
     * @param args the file, the folder of the tests, and the folders of the classes to be tested
     * @throws IOException if the file can't be written
     */
    public static void main(String[] args) throws IOException {
        List<Path> paths = Arrays.stream(args).map(Path::of).toList();
        var outcomes = new ArrayList<Outcome>();
        StepTests.of(paths.get(1), paths.subList(2, paths.size())).run().forEach(result -> outcomes.add(Outcome.of(result)));
        try (var file = new ObjectOutputStream(Files.newOutputStream(paths.getFirst()))) {
            file.writeObject(outcomes);
        }
        System.exit(0); // threads that the tests left behind don't count
    }
}
