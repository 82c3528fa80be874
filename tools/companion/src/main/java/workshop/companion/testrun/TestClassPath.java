package workshop.companion.testrun;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import workshop.model.Step;
import workshop.model.Workshop;

/**
 * What a step's tests run on: the class path of this program, and the libraries of the step that are not on it.
 */
public final class TestClassPath {
    private TestClassPath() {
    }

    /** The class path for a step that was built once. */
    public static String of(Workshop workshop, Step step) {
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
}
