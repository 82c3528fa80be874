package workshop.companion.progress;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import workshop.model.Step;
import workshop.model.Workshop;

/**
 * What a step's tests run on: the class path of this program, and the libraries of the step that are not on it.
 */
public final class TestClassPath {
    private TestClassPath() {
    }

    /**
     * @param workshop the workshop
     * @param step     the step, built once
     * @return the class path
     * @throws IOException if the libraries can't be listed
     */
    public static String of(Workshop workshop, Step step) throws IOException {
        List<Path> own = jars(workshop.root().resolve("tools/companion")).stream().map(Path::getFileName).toList();
        var classPath = new StringBuilder(System.getProperty("java.class.path"));
        jars(step.starter()).stream()
                .filter(jar -> !own.contains(jar.getFileName()))
                .forEach(jar -> classPath.append(File.pathSeparator).append(jar));
        return classPath.toString();
    }

    private static List<Path> jars(Path module) throws IOException {
        Path libraries = module.resolve("target/libs");
        if (!Files.isDirectory(libraries)) {
            return List.of();
        }
        try (var jars = Files.list(libraries)) {
            return jars.sorted().toList();
        }
    }
}
