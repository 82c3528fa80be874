package workshop.companion.build;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.apache.commons.io.FileUtils;
import org.apache.commons.io.file.FilesUncheck;
import org.apache.commons.io.function.Uncheck;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import workshop.companion.CommandFailure;
import workshop.companion.WorkshopTree;
import workshop.model.Step;
import workshop.model.Workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("A step is built")
class BuildTest {
    private final List<String> builds = new ArrayList<>();
    private final List<String> progress = new ArrayList<>();

    @TempDir
    private Path root;
    private Workshop workshop;
    private Step step;
    private Build build;

    @BeforeEach
    void makeTree() throws IOException {
        workshop = WorkshopTree.in(root, "step-01-one", "step-02-two");
        step = workshop.step("2");
        build = new Build(workshop, this::fakeMaven, progress::add);
    }

    @Test
    @DisplayName("in its own folder, and the solution from the root")
    void where() {
        build.starter(step);
        build.solution(step);

        assertThat(builds).containsExactly("step-02-two: -DskipTests package",
                                           ": --projects solutions/step-02-two --also-make -DskipTests package");
        assertThat(progress).containsExactly("Building Step 02, two …", "Building Step 02, two, the solution …");
    }

    @Test
    @DisplayName("once, as long as nothing changes")
    void once() {
        build.starter(step);
        build.starter(step);

        assertThat(builds).hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"step-02-two/src/main/java", "solutions/step-01-one/src/main/java", "foundation/testkit/pom.xml", "pom.xml"})
    @DisplayName("again when its sources, or those it stands on, have changed")
    void whenChanged(String changed) {
        build.starter(step);
        change(changed);
        build.starter(step);

        assertThat(builds).hasSize(2);
    }

    @Test
    @DisplayName("not again when only a later solution has changed")
    void notWhenOthersChange() {
        build.starter(workshop.step("1"));
        change("solutions/step-02-two/src/main/java");
        build.starter(workshop.step("1"));

        assertThat(builds).hasSize(1);
    }

    @Test
    @DisplayName("again when a source was saved while the build ran")
    void savedDuringTheBuild() {
        var savedMeanwhile = new Build(workshop, (folder, arguments) -> {
            change("step-02-two/src/main/java");
            return fakeMaven(folder, arguments);
        }, progress::add);

        savedMeanwhile.starter(step);
        build.starter(step);

        assertThat(builds).hasSize(2);
    }

    @Test
    @DisplayName("and a failure says what does not build, and why")
    void failure() {
        var failing = new Build(workshop, (folder, arguments) -> List.of("[ERROR] Failed to execute goal x: no space left"),
                                progress::add);

        assertThatThrownBy(() -> failing.starter(step)).isInstanceOf(CommandFailure.class)
                .hasMessage("Step 02, two does not build:%nFailed to execute goal x: no space left".formatted());
    }

    private List<String> fakeMaven(Path folder, List<String> arguments) {
        builds.add(root.relativize(folder) + ": " + String.join(" ", arguments));
        Path module = arguments.size() == 2 ? folder : folder.resolve(arguments.get(1));
        Uncheck.run(() -> FileUtils.touch(module.resolve("target/server.jar").toFile()));
        return List.of();
    }

    private void change(String path) {
        FilesUncheck.setLastModifiedTime(root.resolve(path), FileTime.from(Instant.now().plusSeconds(1)));
    }
}
