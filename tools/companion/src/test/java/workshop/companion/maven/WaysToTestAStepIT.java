package workshop.companion.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.apache.commons.io.FileUtils;
import org.apache.commons.io.function.Uncheck;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import workshop.companion.WorkshopTree;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What Maven prints for step 01, whichever way its tests are started, and however far its learner has come. An exercise that is
 * not solved is never absent without a word.
 */
@DisplayName("The tests of a step")
@EnabledIfSystemProperty(named = "starters", matches = "untouched", disabledReason = "they take two minutes: -Dstarters=untouched")
class WaysToTestAStepIT {
    private static final Path ROOT = WorkshopTree.THIS.root();
    private static final String STEP = "step-01-basic-handler";
    private static final int EXERCISES = List.of("BasicHandlerTest.java", "LeavingScenario.java").stream()
            .map(ROOT.resolve(STEP).resolve("src/test/java/workshop/basic")::resolve)
            .mapToInt(file -> Uncheck.get(() -> Files.readString(file)).split("@Exercise").length - 1)
            .sum();
    private static final Path ANSWER = Path.of(STEP, "src/main/java/workshop/basic/FileHandler.java");

    private static final String[] NAMED = {"--projects", STEP, "--also-make"};
    private static final String ONE_TEST = "-Dtest=BasicHandlerTest#answer";

    private static final String FIRST_HINT = "Hint: FileHandler.handle: the file comes first, then the work.";
    private static final String ANSWER_HINT = "Hint: FileHandler.handle: TextAnswer.send takes the request,";
    private static final String CHECKPOINT = "All green. Checkpoint for the course: ";

    private static String[] everything;

    @TempDir
    private static Path copy;

    /** How far a learner has come: the exercises that are solved, and the hint for the next one. */
    enum Learner {
        UNTOUCHED(0, FIRST_HINT, (starter, _) -> starter),
        HALF_WAY(2, ANSWER_HINT, (_, solution) -> solution.replace("File persisted.", "Done.")),
        DONE(EXERCISES, null, (_, solution) -> solution);

        private final int solved;
        private final String hint;
        private final BinaryOperator<String> code;

        Learner(int solved, String hint, BinaryOperator<String> code) {
            this.solved = solved;
            this.hint = hint;
            this.code = code;
        }

        void writes() throws IOException {
            Files.writeString(copy.resolve(ANSWER), code.apply(Files.readString(ROOT.resolve(ANSWER)),
                                                               Files.readString(ROOT.resolve("solutions").resolve(ANSWER))));
        }
    }

    @BeforeAll
    static void copy() throws IOException {
        FileUtils.copyDirectory(ROOT.toFile(), copy.toFile(), file -> {
            Path name = ROOT.relativize(file.toPath());
            boolean beside = name.startsWith(".git") || name.endsWith("target") && file.isDirectory();
            return !beside && !((name.startsWith("tools") || name.startsWith("docs")) && name.getNameCount() > 2 && file.isDirectory());
        }, true);
    }

    /** Everything, as far as step 01 goes: nothing is named, and what stands behind it is left out. */
    @BeforeAll
    static void leaveOutTheOthers() throws IOException {
        String others = Pattern.compile("<module>(.+?)</module>").matcher(Files.readString(ROOT.resolve("pom.xml"))).results()
                .map(module -> module.group(1))
                .filter(module -> !module.startsWith("foundation/") && !module.equals("solutions") && !module.endsWith(STEP)
                        && !module.contains("structured"))
                .map("!"::concat)
                .collect(Collectors.joining(","));
        everything = new String[] {"--projects", others};
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("in its folder are red until it is solved")
    void folder(Learner learner) throws IOException {
        learner.writes();

        demanded(learner, maven(copy.resolve(STEP), "test"));
    }

    @Test
    @DisplayName("say with which exercise to begin where a given test is red beside it")
    void givenTestToo() throws IOException {
        Learner.UNTOUCHED.writes();
        Path main = copy.resolve(ANSWER).resolveSibling("Main.java");
        String starter = Files.readString(main);
        Files.writeString(main, starter.replace("routing.any(\"/a\"", "routing.any(\"/*\""));
        try {
            assertThat(maven(copy.resolve(STEP), "test")).anyMatch(line -> line.matches(
                    "Step 01, basic handler: begin with BasicHandlerTest\\.\\w+\\. A given test is red too, perhaps for the same reason\\."));
        } finally {
            Files.writeString(main, starter);
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("named with -pl are red until it is solved")
    void named(Learner learner) throws IOException {
        learner.writes();

        demanded(learner, maven(copy, NAMED[0], NAMED[1], NAMED[2], "test"));
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("in the build of everything say how many exercises are solved, and skip the others by name")
    void everything(Learner learner) throws IOException {
        learner.writes();

        List<String> printed = maven(copy, everything[0], everything[1], "test");

        assertThat(printed).anyMatch(line -> line.contains("BUILD SUCCESS"));
        assertThat(printed).contains(learner == Learner.DONE
                ? "Step 01, basic handler: all of %d exercises are solved.".formatted(EXERCISES)
                : "Step 01, basic handler: %d of %d exercises are solved. Go on with: cd %s && ../mvnw test".formatted(
                        learner.solved, EXERCISES, STEP));
        assertThat(printed).anyMatch(line -> line.endsWith("Errors: 0, Skipped: " + (EXERCISES - learner.solved)));
        if (learner != Learner.DONE) {
            assertThat(Files.readString(copy.resolve(STEP).resolve("target/surefire-reports/TEST-workshop.basic.BasicHandlerTest.xml")))
                    .contains("not solved yet");
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("run where -Dtest names one of them, from the root and in the folder")
    void oneTest(Learner learner) throws IOException {
        learner.writes();

        for (List<String> printed : List.of(maven(copy, everything[0], everything[1], "test", ONE_TEST),
                                            maven(copy.resolve(STEP), "test", ONE_TEST))) {
            if (learner == Learner.DONE) {
                assertThat(printed).anyMatch(line -> line.contains("BUILD SUCCESS"));
                assertThat(printed).anyMatch(line -> line.endsWith("Tests run: 1, Failures: 0, Errors: 0, Skipped: 0"));
                assertThat(printed).as("One test is no step").noneMatch(line -> line.contains(CHECKPOINT));
            } else {
                assertRed(printed, ANSWER_HINT);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Dtest=BasicHandlerTest#anwser", "-Dtest=BasicHandelrTest"})
    @DisplayName("are red where -Dtest names none of them")
    void misspelt(String test) throws IOException {
        assertThat(maven(copy.resolve(STEP), "test", test)).anyMatch(line -> line.contains("BUILD FAILURE"))
                .anyMatch(line -> line.contains("No tests"));
    }

    private static void demanded(Learner learner, List<String> printed) {
        if (learner == Learner.DONE) {
            assertThat(printed).anyMatch(line -> line.contains("BUILD SUCCESS")).anyMatch(line -> line.contains(CHECKPOINT));
        } else {
            assertRed(printed, learner.hint);
            assertThat(printed).contains("Step 01, basic handler: %d exercises wait for the one that is red.".formatted(
                    EXERCISES - learner.solved - 1));
        }
    }

    private static void assertRed(List<String> printed, String hint) {
        assertThat(printed).anyMatch(line -> line.contains("BUILD FAILURE")).anyMatch(line -> line.startsWith(hint))
                .anyMatch(line -> line.contains("Tests run: ") && line.contains("Failures: 1, Errors: 0"))
                .noneMatch(line -> line.contains(CHECKPOINT));
    }

    private static List<String> maven(Path folder, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(copy.resolve("mvnw").toString(), "--batch-mode", "--no-transfer-progress"));
        command.addAll(List.of(arguments));
        String repository = System.getProperty("maven.repo.local");
        if (repository != null) {
            command.add("-Dmaven.repo.local=" + repository);
        }
        Process maven = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        try (var output = maven.inputReader()) {
            return output.lines().toList();
        } finally {
            maven.destroy();
        }
    }
}
