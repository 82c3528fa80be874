package workshop.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import workshop.site.course.Tree;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The sources of a chapter")
class CourseSourcesTest {
    @TempDir
    private Path root;
    private String before;

    @BeforeEach
    void copy() throws IOException {
        FileUtils.copyDirectory(Path.of("src/test/resources/sound").toFile(), root.toFile());
        before = state();
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs/chapters/step-01.adoc", "docs/course.yaml", "docs/sessions/hello.session", "pom.xml",
        "step-01-basic/src/main/java/x/Handler.java", "step-01-basic/hints.yaml", "solutions/step-01-basic/src/main/java/x/Handler.java"})
    @DisplayName("are others when something has changed that it may show")
    void changed(String source) throws IOException {
        change(source);
        assertThat(state()).isNotEqualTo(before);
    }

    @Test
    @DisplayName("are the same when another chapter has changed, or what is built")
    void same() throws IOException {
        change("docs/chapters/start.adoc");
        change("step-01-basic/target/classes/x/Handler.class");
        assertThat(state()).isEqualTo(before);
    }

    @Test
    @DisplayName("are rendered again when they have changed, and what is wrong elsewhere is said again")
    void renderedAgain() throws IOException {
        Files.writeString(root.resolve("docs/chapters/start.adoc"), "\n\ninclude::absent.txt[]\n", StandardOpenOption.APPEND);
        try (var builder = new SiteBuilder(root, root.resolve("out"))) {
            assertThat(builder.build()).anyMatch(problem -> problem.contains("include file not found"));
            Files.writeString(root.resolve("docs/chapters/step-01.adoc"), "\n\nOne more sentence.\n", StandardOpenOption.APPEND);
            assertThat(builder.build()).anyMatch(problem -> problem.contains("include file not found"));
        }
        assertThat(root.resolve("out/site/step-01.html")).content().contains("One more sentence.");
    }

    private String state() {
        return new CourseSources(new Tree(root)).state(root.resolve("docs/chapters/step-01.adoc"));
    }

    private void change(String file) throws IOException {
        Path changed = root.resolve(file);
        Files.createDirectories(changed.getParent());
        Files.writeString(changed, "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
