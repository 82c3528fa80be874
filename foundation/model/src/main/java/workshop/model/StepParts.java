package workshop.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What belongs to a step besides its code: whoever adds one is told what is still missing.
 */
public final class StepParts {
    private final Step step;
    private final List<String> missing = new ArrayList<>();

    private StepParts(Step step) {
        this.step = step;
    }

    /**
     * @param step a step
     * @return a sentence for each part that is missing, with its place; none if the step is whole
     * @throws UncheckedIOException if the tree can't be read
     */
    public static List<String> missing(Step step) {
        return new StepParts(step).look();
    }

    private List<String> look() {
        Path docs = step.root().resolve("docs");
        says(step.root().resolve("pom.xml"), "<module>%s</module> <module>solutions/%1$s</module>".formatted(step.folder()));
        says(step.starter().resolve(".mvn/maven.config"), step.folder());
        hasFiles(step.starter().resolve("src/test"), "the tests that judge starter and solution");
        hasFiles(step.starter().resolve("hints.yaml"), "a hint in three depths for each TODO");
        hasFiles(step.solution().resolve("pom.xml"), "how the solution is built");
        hasFiles(step.solution().resolve("src/main"), "the finished code");
        hasFiles(step.wrongAnswers(), "what people get wrong in this step");
        hasFiles(docs.resolve("chapters").resolve(step.id() + ".adoc"), "the chapter");
        says(docs.resolve("course.yaml"), "id: " + step.id());
        return List.copyOf(missing);
    }

    private void says(Path file, String text) {
        try {
            if (!Files.isRegularFile(file) || !Files.readString(file).contains(text)) {
                missing.add("%s does not say '%s': add it.".formatted(name(file), text));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void hasFiles(Path place, String what) {
        try (var files = Files.exists(place) ? Files.walk(place) : Stream.<Path>empty()) {
            if (files.noneMatch(Files::isRegularFile)) {
                missing.add("%s is absent: %s.".formatted(name(place), what));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String name(Path place) {
        return step.root().relativize(place).toString().replace('\\', '/');
    }
}
