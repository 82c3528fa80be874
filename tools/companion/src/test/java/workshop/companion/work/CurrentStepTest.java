package workshop.companion.work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import workshop.companion.WorkshopTree;
import workshop.model.Step;
import workshop.model.Workshop;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("What to do next is")
class CurrentStepTest {
    @TempDir
    private Path root;
    private Workshop workshop;
    private CurrentStep current;

    @BeforeEach
    void makeTree() throws IOException {
        workshop = WorkshopTree.in(root, "step-01-one", "step-02-two", "step-03-six");
        for (Step step : workshop.steps()) {
            Files.writeString(step.starter().resolve("src/main/java/Code.java"), step.folder());
        }
        current = new CurrentStep(workshop, new Starters(root, Starters.list(workshop)));
    }

    @Test
    @DisplayName("the first step that is not done, for somebody who has done nothing yet")
    void untouched() throws IOException {
        Files.setLastModifiedTime(code("2"), FileTime.from(Instant.now().plusSeconds(9))); // checked out later than the others

        assertThat(toDo()).hasValue(1);
        assertThat(toDo(1, 2)).hasValue(3);
    }

    @Test
    @DisplayName("the step whose code was changed last, then those after it, then those before it")
    void changed() throws IOException {
        change("2", 1);

        assertThat(toDo()).hasValue(2);
        assertThat(toDo(2)).hasValue(3);
        assertThat(toDo(2, 3)).hasValue(1);
        assertThat(toDo(1, 2, 3)).isEmpty();

        change("1", 2);
        assertThat(toDo()).hasValue(1);
    }

    @Test
    @DisplayName("the step that was named to a command, if nothing was changed elsewhere since")
    void named() throws IOException {
        change("2", -9);
        current.is(workshop.step("3"));
        assertThat(toDo()).hasValue(3);

        change("1", 9);
        assertThat(toDo()).hasValue(1);
    }

    private Optional<Integer> toDo(Integer... done) {
        return current.toDo(step -> List.of(done).contains(step.number())).map(Step::number);
    }

    private void change(String step, int secondsFromNow) throws IOException {
        Files.writeString(code(step), "mine");
        Files.setLastModifiedTime(code(step), FileTime.from(Instant.now().plusSeconds(secondsFromNow)));
    }

    private Path code(String step) {
        return workshop.step(step).starter().resolve("src/main/java/Code.java");
    }
}
