package workshop.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import workshop.model.source.SourceFiles;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What belongs to a step besides its code: whoever adds one is told what is still missing.
 */
@DisplayName("What belongs to a step")
class StepPartsTest {
    static List<Step> steps() {
        return Workshop.at(Path.of("../..").toAbsolutePath().normalize()).steps();
    }

    @ParameterizedTest
    @MethodSource("steps")
    @DisplayName("is there")
    void whole(Step step) throws IOException {
        assertThat(missing(step)).as("What %s still lacks; see \"Adding a step\" in CONTRIBUTING.md", step.title()).isEmpty();
    }

    @Test
    @DisplayName("is named where it is missing")
    void bare(@TempDir Path root) throws IOException {
        Files.createFile(Files.createDirectories(root.resolve("step-05-toy")).resolve("pom.xml"));

        assertThat(missing(Workshop.at(root).step("5"))).containsExactly(
                "pom.xml does not say '<module>step-05-toy</module> <module>solutions/step-05-toy</module>': add it.",
                "step-05-toy/.mvn/maven.config does not say 'step-05-toy': add it.",
                "step-05-toy/src/test is absent: the tests that judge starter and solution.",
                "step-05-toy/hints.yaml is absent: a hint in three depths for each TODO.",
                "solutions/step-05-toy/pom.xml is absent: how the solution is built.",
                "solutions/step-05-toy/src/main is absent: the finished code.",
                "solutions/wrong-answers/step-05-toy is absent: what people get wrong in this step.",
                "docs/chapters/step-05.adoc is absent: the chapter.",
                "docs/course.yaml does not say 'id: step-05': add it.");
    }

    @Test
    @DisplayName("is built before what stands on all steps")
    void latest() throws IOException {
        Step last = steps().getLast();
        assertThat(says(last.root(), last.root().resolve("pom.xml"), "<latest.solution>%s</latest.solution>".formatted(
                last.folder().replace("step-", "solution-")))).isEmpty();
    }

    private static List<String> missing(Step step) throws IOException {
        Path root = step.root();
        return Stream.of(
                says(root, root.resolve("pom.xml"), "<module>%s</module> <module>solutions/%1$s</module>".formatted(step.folder())),
                says(root, step.starter().resolve(".mvn/maven.config"), step.folder()),
                hasFiles(root, step.starter().resolve("src/test"), "the tests that judge starter and solution"),
                hasFiles(root, step.starter().resolve("hints.yaml"), "a hint in three depths for each TODO"),
                hasFiles(root, step.solution().resolve("pom.xml"), "how the solution is built"),
                hasFiles(root, step.solution().resolve("src/main"), "the finished code"),
                hasFiles(root, step.wrongAnswers(), "what people get wrong in this step"),
                hasFiles(root, root.resolve("docs/chapters").resolve(step.id() + ".adoc"), "the chapter"),
                says(root, root.resolve("docs/course.yaml"), "id: " + step.id())).flatMap(Optional::stream).toList();
    }

    private static Optional<String> says(Path root, Path file, String text) throws IOException {
        return Files.isRegularFile(file) && Files.readString(file).contains(text)
                ? Optional.empty()
                : Optional.of("%s does not say '%s': add it.".formatted(SourceFiles.name(root, file), text));
    }

    private static Optional<String> hasFiles(Path root, Path place, String what) {
        String name = SourceFiles.name(root, place);
        return SourceFiles.in(root, name).isEmpty() ? Optional.of("%s is absent: %s.".formatted(name, what)) : Optional.empty();
    }
}
