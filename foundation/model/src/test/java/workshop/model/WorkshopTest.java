package workshop.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("The steps of a workshop")
class WorkshopTest {
    @TempDir
    private Path root;

    @BeforeEach
    void makeTree() throws IOException {
        for (String step : new String[] {"step-10-going-on", "step-02-close-detection", "step-01-basic-handler"}) {
            Files.createFile(Files.createDirectories(root.resolve(step)).resolve("pom.xml"));
        }
    }

    @Test
    @DisplayName("are the folders named step-NN-name, in the order of their numbers")
    void areFoundInTheTree() {
        assertThat(Workshop.at(root).steps()).extracting(Step::title)
                .containsExactly("Step 01, basic handler", "Step 02, close detection", "Step 10, going on");
    }

    @Test
    @DisplayName("are not what is left of one after a switch of branches, nor anything else")
    void othersAreNone() throws IOException {
        Files.createDirectories(root.resolve("step-11-left-over/target"));
        Files.createDirectories(root.resolve("steps"));

        assertThat(Workshop.at(root).steps()).hasSize(3);
    }

    @Test
    @DisplayName("have a solution of the same name")
    void haveSolutions() {
        assertThat(Workshop.at(root).step("2").solution()).isEqualTo(root.resolve("solutions/step-02-close-detection"));
    }

    @Test
    @DisplayName("are found by number, with and without zeros")
    void byNumber() {
        var workshop = Workshop.at(root);

        assertThat(workshop.step("2")).isEqualTo(workshop.step("02"));
        assertThat(workshop.latest().number()).isEqualTo(10);
        assertThat(workshop.before(workshop.latest())).extracting(Step::number).containsExactly(2, 1);
    }

    @Test
    @DisplayName("are named where one is asked for that is not there")
    void unknown() {
        assertThatThrownBy(() -> Workshop.at(root).step("3")).hasMessage("There is no step '3': use one of 1, 2, 10.");
        assertThatThrownBy(() -> Workshop.at(root.resolve("step-10-going-on")).latest())
                .isInstanceOf(UnknownStepException.class)
                .hasMessageContaining("restore the tree with git");
    }
}
