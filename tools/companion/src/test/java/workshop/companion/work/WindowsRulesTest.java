package workshop.companion.work;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import workshop.companion.RecordedScreen;
import workshop.companion.WorkshopTree;
import workshop.companion.build.StepSources;
import workshop.companion.testrun.RememberedProgress;
import workshop.companion.testrun.StepProgress;
import workshop.companion.testrun.TestOutcome.State;
import workshop.companion.testrun.TestOutcomes;
import workshop.model.Step;
import workshop.model.Workshop;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * In an in-memory file system with Windows' rules, in a folder with a space in its name, with sources that git has checked out with
 * other line ends.
 */
@DisplayName("Where paths and line ends are those of Windows,")
class WindowsRulesTest {
    private static final String MAIN = "src/main/java/Two.java";
    private static final String STARTER = "class Two {\r\n    // TODO step 02: count\r\n}\r\n";

    private final FileSystem windows = Jimfs.newFileSystem(Configuration.windows());
    private final RecordedScreen recorded = new RecordedScreen();
    private Workshop workshop;
    private Step step;
    private Path source;
    private Starters starters;

    @BeforeEach
    void makeTree() throws IOException {
        workshop = WorkshopTree.in(Files.createDirectories(windows.getPath("C:\\the workshop")), "step-01-one", "step-02-two");
        step = workshop.step("2");
        source = Files.writeString(step.starter().resolve(MAIN), STARTER);
        Files.writeString(step.solution().resolve(MAIN), """
                class Two {
                    // tag::solution[]
                    int count;
                    // end::solution[]
                }
                """.replace("\n", "\r\n"));
        Files.writeString(step.starter().resolve("hints.yaml"), """
                - todo: 1
                  file: src/main/java/Two.java
                  title: Count
                  hints:
                    - |
                      One sentence
                      of two lines.

                      ```java
                      int count;
                      ```
                    - look
                    - write
                """.replace("\n", "\r\n"));
        starters = new Starters(workshop.root(), Starters.list(workshop));
        starters.copy();
    }

    @AfterEach
    void close() throws IOException {
        windows.close();
    }

    @Test
    @DisplayName("a checkout counts as the starter, with the id that it has elsewhere")
    void sameStarter() {
        assertThat(Starters.list(workshop)).contains(
                "100644 baef1382766b1828d80f15ed2aa4bc9971a3c587 0\tstep-02-two/src/main/java/Two.java");
        assertThat(starters.changed(step)).isEmpty();
    }

    @Test
    @DisplayName("a TODO is named as everywhere, and leads to a file of Windows")
    void todo() {
        Place place = OpenTodo.in(step).getFirst().place();
        assertThat(place).hasToString("step-02-two/src/main/java/Two.java:2");
        assertThat(place.file()).hasToString("C:\\the workshop\\step-02-two\\src\\main\\java\\Two.java");
    }

    @Test
    @DisplayName("the solution comes and goes, what was there is kept, and a command of Windows gets it back")
    void replacement() throws IOException {
        Files.writeString(source, "class Two {\r\n    int mine;\r\n}\r\n");
        assertThat(starters.changed(step)).isPresent();
        var replacement = new Replacement(workshop, starters);

        Path kept = replacement.bySolution(step, recorded.screen());
        assertThat(Files.readString(kept.resolve(MAIN))).isEqualTo("class Two {\r\n    int mine;\r\n}\r\n");
        assertThat(new Solution(step).diff()).as("What differs from the solution").isEmpty();
        assertThat(recorded.out()).contains("robocopy /e %s\\src step-02-two\\src".formatted(workshop.root().relativize(kept)));

        replacement.byStarter(step, recorded.screen());
        assertThat(starters.changed(step)).isEmpty();
        assertThat(OpenTodo.in(step)).hasSize(1);
    }

    @Test
    @DisplayName("the difference to the solution is in the code, not in the line ends")
    void difference() {
        assertThat(new Solution(step).diff()).containsExactly("--- yours/" + MAIN, "+++ solution/" + MAIN, "@@ -1,3 +1,3 @@",
                                                              " class Two {", "-    // TODO step 02: count", "+    int count;", " }");
    }

    @Test
    @DisplayName("a hint has its paragraphs and its code, and the next call tells more")
    void hint() {
        new HintPage(workshop, step).show(recorded.screen(), null, null);
        assertThat(recorded.lines()).contains("step-02-two/src/main/java/Two.java", "Hint 1 of 3:", "  One sentence of two lines.",
                                              "      int count;");
        new HintPage(workshop, step).show(recorded.screen(), null, null);
        assertThat(recorded.lines()).contains("Hint 2 of 3:");
    }

    @Test
    @DisplayName("what was tested is remembered, until something is saved")
    void remembered() throws IOException {
        var remembered = new RememberedProgress(workshop);
        remembered.remember(TestOutcomes.progress(step, TestOutcomes.exercise("a", State.GREEN)), StepSources.of(workshop, step).digest());
        assertThat(remembered.unchanged(step)).map(StepProgress::solved).contains(1);
        Files.writeString(source, STARTER + "// saved\r\n");
        assertThat(remembered.unchanged(step)).isEmpty();
    }

    @Test
    @DisplayName("the step that was named last is the one to go on with")
    void current() {
        var current = new CurrentStep(workshop, starters);
        current.is(step);
        assertThat(current.toDo(_ -> false)).contains(step);
    }
}
