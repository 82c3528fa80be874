package workshop.companion.watch;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Help.Ansi;

import workshop.companion.RecordedScreen;
import workshop.companion.WorkshopTree;
import workshop.companion.terminal.Console;
import workshop.companion.terminal.Screen;
import workshop.companion.testrun.TestOutcome.State;
import workshop.companion.testrun.TestOutcome;
import workshop.companion.testrun.TestOutcomes;
import workshop.companion.work.OpenTodo;
import workshop.model.Step;
import workshop.model.Workshop;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The page of a watch")
class WatchPageTest {
    private static final String NAME = "A client that leaves is noticed while the work is under way";
    private static final TestOutcome RED = TestOutcomes.exercise(
            "red", NAME, State.RED, "[What was seen] \n" + "a line of what was logged, and there are many\n".repeat(30) + "Hint: look.");

    private Workshop workshop;
    private Step step;

    @BeforeEach
    void makeTree(@TempDir Path root) throws IOException {
        workshop = WorkshopTree.in(root, "step-01-one", "step-02-two", "step-03-six", "step-04-ten");
        step = workshop.step("2");
    }

    @ParameterizedTest
    @CsvSource({"40, 20", "80, 24", "80, 12"})
    @DisplayName("keeps the name of the red test in sight, and what to do, however much the test says")
    void fits(int columns, int rows) throws IOException {
        var terminal = new TestTerminal(columns, rows);
        var page = new WatchPage(workshop, step, terminal.console(), "", Optional.empty());
        page.red(RED, "1.0 s");

        assertThat(inOneLine(terminal)).contains("red " + NAME, "[What was seen]", "…", "Hint: look.",
                                                 "The test is in step-02-two/src/test/java/workshop/ATest.java:1", "Workshop", "q quit");
        assertThat(rows(terminal, columns)).isLessThan(rows);

        page.more(screen -> screen.line("one more"));
        assertThat(inOneLine(terminal)).contains("red " + NAME, "one more");
        assertThat(rows(terminal, columns)).isLessThan(rows);

        page.more(screen -> IntStream.range(0, 7).forEach(_ -> screen.line("more")));
        assertThat(inOneLine(terminal)).as("The bars give way before the name does").contains("red " + NAME, "more");
        assertThat(rows(terminal, columns)).isLessThan(rows);
    }

    @ParameterizedTest
    @CsvSource({"80, 24, 0", "80, 24, 20", "80, 24, 36", "40, 24, 5", "40, 20, 0", "40, 20, 5", "40, 20, 36", "80, 14, 20"})
    @DisplayName("lists as many exercises as there is room for, with the red one among them")
    void list(int columns, int rows, int solved) throws IOException {
        var terminal = new TestTerminal(columns, rows);
        var page = new WatchPage(workshop, step, terminal.console(), "", Optional.empty());
        page.ended(TestOutcomes.progress(step, IntStream.range(0, 37).mapToObj(i -> TestOutcomes.exercise(
                "e" + i, "Exercise " + i + " of many", i < solved ? State.GREEN : i == solved ? State.RED : State.SKIPPED, "[x] y"))
                .toArray(TestOutcome[]::new)), "1.0 s");
        page.list();

        assertThat(inOneLine(terminal)).contains("> Step 02, two", "red Exercise %d of many".formatted(solved), "more", "q quit");
        assertThat(rows(terminal, columns)).isLessThan(rows);
    }

    @Test
    @DisplayName("counts an exercise out as soon as it is red again, while the others still run")
    void redAgain() throws IOException {
        Files.writeString(Files.createDirectories(step.starter().resolve("src/test/java")).resolve("ATest.java"), """
                class ATest {
                    @Exercise(hint = "a")
                    @Exercise(hint = "b")
                """);
        var terminal = new TestTerminal(80, 24);
        var page = new WatchPage(workshop, step, terminal.console(), "", Optional.empty());
        page.ended(TestOutcomes.progress(step, TestOutcomes.exercise("a", State.GREEN), TestOutcomes.exercise("b", State.GREEN)), "1.0 s");
        assertThat(inOneLine(terminal)).contains("2 of 2 exercises, done");
        page.red(TestOutcomes.exercise("b", State.RED), "1.0 s");

        assertThat(inOneLine(terminal)).contains("Step 02, two [#####.....] 1 of 2 exercises",
                                                 "Workshop [##########..........] 1 of 2 exercises").doesNotContain("done");
    }

    @Test
    @DisplayName("lists all exercises where there is room")
    void wholeList() throws IOException {
        var terminal = new TestTerminal(80, 24);
        var page = new WatchPage(workshop, step, terminal.console(), "", Optional.empty());
        page.ended(TestOutcomes.progress(step, TestOutcomes.exercise("a", State.GREEN), TestOutcomes.exercise("b", State.RED),
                                         TestOutcomes.exercise("c", State.SKIPPED)), "1.0 s");
        page.list();

        assertThat(inOneLine(terminal)).contains("Step 04, ten", "green a", "red b", "wait c").doesNotContain("more");
    }

    @Test
    @DisplayName("names a given test that is red beside the exercise, which it shows")
    void givenTestToo() throws IOException {
        var terminal = new TestTerminal(80, 24);
        var page = new WatchPage(workshop, step, terminal.console(), "", Optional.empty());
        page.ended(TestOutcomes.progress(step, TestOutcomes.given("g", State.RED), TestOutcomes.exercise("a", State.RED)), "1.0 s");

        assertThat(inOneLine(terminal)).contains("red a", "A given test is red too, perhaps for the same reason: g");
    }

    @Test
    @DisplayName("names the test's file and line where no TODO is left")
    void place() throws IOException {
        Files.writeString(Files.createDirectories(step.starter().resolve("src/test/java/workshop")).resolve("ATest.java"), """
                class ATest {
                    void ba() { }
                    void a() { }
                """);
        var terminal = new TestTerminal(80, 24);
        new WatchPage(workshop, step, terminal.console(), "", Optional.empty()).red(TestOutcomes.exercise("a", State.RED), "1.0 s");

        assertThat(inOneLine(terminal)).contains("The test is in step-02-two/src/test/java/workshop/ATest.java:3");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Hint: commit: from OPEN to COMMITTED.           | TODO 1 is in step-02-two/src/main/java/A.java:3",
        "Hint: In cancel: decide before the commit().    | TODO 2 is in step-02-two/src/main/java/A.java:6",
        "Hint: A.cancel: as in A.commit.                 | TODO 2 is in step-02-two/src/main/java/A.java:6",
        "Hint: BHandler: the listener calls a.cancel().  | TODO 3 is in step-02-two/src/main/java/BHandler.java:3",
        "Hint: Each commit and each cancel has its time. | TODO 1 is in step-02-two/src/main/java/A.java:3"
    })
    @DisplayName("names the TODO that the hint is about, or else the first one")
    void todo(String hint, String named) throws IOException {
        Path sources = step.starter().resolve("src/main/java");
        Files.writeString(sources.resolve("A.java"), """
                class A {
                    boolean commit() {
                        return false; // TODO step 02, 1 of 3: a
                    }
                    private boolean cancel(int cause) throws Exception {
                        // TODO step 02, 2 of 3: b
                """);
        Files.writeString(sources.resolve("BHandler.java"), """
                class BHandler {
                    public void handle(Object request) {
                        // TODO step 02, 3 of 3: c
                """);
        var terminal = new TestTerminal(80, 24);
        var page = new WatchPage(workshop, step, terminal.console(), "", Optional.empty());
        page.red(TestOutcomes.exercise("a", "A", State.RED, "[What was seen] \n" + hint), "1.0 s");

        assertThat(inOneLine(terminal)).contains(named);
        assertThat(page.todo().map(OpenTodo::number)).hasValue(Integer.parseInt(named.substring(5, 6)));
    }

    @Test
    @DisplayName("leads to the TODO by a link, on a terminal with colours alone")
    void link() throws IOException {
        Path source = Files.writeString(step.starter().resolve("src/main/java/A.java"), "class A {\n// TODO step 02: a\n");
        var terminal = new TestTerminal(80, 24);
        new WatchPage(workshop, step, terminal.console(Ansi.ON), "", Optional.empty()).red(TestOutcomes.exercise("a", State.RED), "1.0 s");
        assertThat(terminal.page()).contains("\u001b]8;;%s\u001b\\step-02-two/src/main/java/A.java:2\u001b]8;;\u001b\\".formatted(source.toUri()));

        var pipe = new StringWriter();
        var coloured = new Screen(new PrintWriter(pipe), new PrintWriter(pipe), Ansi.ON, () -> 80);
        try (var console = Console.ofThisProcess(coloured)) {
            new WatchPage(workshop, step, console, "", Optional.empty()).red(TestOutcomes.exercise("a", State.RED), "1.0 s");
        }
        assertThat(pipe.toString()).contains("step-02-two/src/main/java/A.java:2").doesNotContain("\u001b]8");
    }

    @Test
    @DisplayName("says once, in a pipe, that the step before is done")
    void newsInAPipe() {
        var screen = new RecordedScreen();
        try (var console = Console.ofThisProcess(screen.screen())) {
            new WatchPage(workshop, workshop.step("1"), console, "", Optional.empty())
                    .ended(TestOutcomes.progress(workshop.step("1"), TestOutcomes.exercise("a", State.GREEN)), "1.0 s");
            var next = new WatchPage(workshop, step, console, "Step 01, one is done.", Optional.empty());
            next.beginning();
            next.red(TestOutcomes.exercise("b", State.RED), "1.0 s");
        }

        assertThat(screen.lines()).filteredOn(line -> line.contains("Step 01, one is done.")).hasSize(1);
    }

    private static List<String> shown(TestTerminal terminal) {
        return Stream.of(terminal.page().split("\r?\n")).map(line -> line.replaceAll("\u001b\\[[0-9;]*[A-Za-z]", "")).toList();
    }

    private static String inOneLine(TestTerminal terminal) {
        return String.join(" ", shown(terminal)).replaceAll(" +", " ");
    }

    private static int rows(TestTerminal terminal, int columns) {
        return shown(terminal).stream().mapToInt(line -> Math.max(1, Math.ceilDiv(line.length(), columns))).sum();
    }
}
