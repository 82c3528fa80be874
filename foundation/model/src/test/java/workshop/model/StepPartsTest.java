package workshop.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("What belongs to a step")
class StepPartsTest {
    static List<Step> steps() {
        return Workshop.at(Path.of("../..").toAbsolutePath().normalize()).steps();
    }

    @ParameterizedTest
    @MethodSource("steps")
    @DisplayName("is there")
    void whole(Step step) {
        assertThat(StepParts.missing(step)).as("What %s still lacks; see \"Adding a step\" in CONTRIBUTING.md", step.title()).isEmpty();
    }

    @Test
    @DisplayName("is named where it is missing")
    void bare(@TempDir Path root) throws IOException {
        Files.createFile(Files.createDirectories(root.resolve("step-05-toy")).resolve("pom.xml"));

        assertThat(StepParts.missing(Workshop.at(root).step("5"))).containsExactly(
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
}
