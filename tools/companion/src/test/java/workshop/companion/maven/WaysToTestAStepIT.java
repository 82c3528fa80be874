package workshop.companion.maven;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What Maven prints for step 01, whichever way its tests are started, and however far its learner has come. An exercise that is
 * not solved is never absent without a word.
 */
@DisplayName("The tests of a step")
@EnabledIfSystemProperty(named = "starters", matches = "untouched", disabledReason = "they take two minutes: -Dstarters=untouched")
class WaysToTestAStepIT {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final int EXERCISES = 11;
    private static final String STEP = "step-01-basic-handler";
    private static final Path ANSWER = Path.of(STEP, "src/main/java/workshop/basic/FileHandler.java");

    /** Everything, as far as step 01 goes: nothing is named. */
    private static final String[] EVERYTHING = {"--projects", "!tools/answers,!tools/bench,!tools/companion,!tools/containers,"
        + "!tools/lab,!tools/site,!docs,!step-02-close-detection,!step-03-cleanup,!step-04-cancellation,!solutions/step-02-close-detection,"
        + "!solutions/step-03-cleanup,!solutions/step-04-cancellation"};
    private static final String[] NAMED = {"--projects", STEP, "--also-make"};
    private static final String ONE_TEST = "-Dtest=BasicHandlerTest#answer";

    private static final String FIRST_HINT = "Hint: FileHandler.handle: the file comes first, then the work.";
    private static final String ANSWER_HINT = "Hint: FileHandler.handle: TextAnswer.send takes the request,";
    private static final String CHECKPOINT = "All green. Checkpoint for the course: ";

    @TempDir
    private static Path copy;

    /** How far a learner has come. */
    enum Learner {
        UNTOUCHED(0, FIRST_HINT) {
            @Override
            String code(String starter, String solution) {
                return starter;
            }
        },
        HALF_WAY(2, ANSWER_HINT) {
            @Override
            String code(String starter, String solution) {
                return solution.replace("File persisted.", "Done.");
            }
        },
        DONE(EXERCISES, null) {
            @Override
            String code(String starter, String solution) {
                return solution;
            }
        };

        private final int solved;
        private final String hint;

        Learner(int solved, String hint) {
            this.solved = solved;
            this.hint = hint;
        }

        abstract String code(String starter, String solution);

        void writes() throws IOException {
            Files.writeString(copy.resolve(ANSWER), code(Files.readString(ROOT.resolve(ANSWER)),
                                                         Files.readString(ROOT.resolve("solutions").resolve(ANSWER))));
        }
    }

    @BeforeAll
    static void copy() throws IOException {
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Path name = ROOT.relativize(folder);
                if (name.startsWith(".git") || (name.startsWith("tools") || name.startsWith("docs")) && name.getNameCount() > 2
                        || name.endsWith("target")) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(copy.resolve(name));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, copy.resolve(ROOT.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("in its folder are red until it is solved")
    void folder(Learner learner) throws IOException {
        learner.writes();

        demanded(learner, maven(copy.resolve(STEP), "test"));
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

        List<String> printed = maven(copy, EVERYTHING[0], EVERYTHING[1], "test");

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

        for (List<String> printed : List.of(maven(copy, EVERYTHING[0], EVERYTHING[1], "test", ONE_TEST),
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
