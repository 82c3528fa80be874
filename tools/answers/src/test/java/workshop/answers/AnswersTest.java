package workshop.answers;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import workshop.answers.Judge.Check;
import workshop.answers.Judge.Decision;
import workshop.answers.Judge.Demand;
import workshop.model.Step;
import workshop.model.Workshop;
import workshop.model.answer.Answer;
import workshop.model.answer.UnusableAnswerException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

@DisplayName("Answers")
class AnswersTest {
    private static final Workshop WORKSHOP = Workshop.at(Path.of("../..").toAbsolutePath().normalize());
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final boolean TIMES_ASKED_FOR = "times".equals(System.getProperty("answers"));

    /** {@code -Danswers.only='looks|joins'} asks for the answers whose file has this in its name, in any step. */
    private static final Pattern ONLY = Pattern.compile(System.getProperty("answers.only", ""));

    /** {@code -Danswers.rounds=100} asks for each check so many times: does chance decide? */
    private static final int ROUNDS = Integer.getInteger("answers.rounds", 1);

    /** One of these, or {@code -Danswers=all}, asks for answers even if nothing has changed that their verdicts stand on. */
    private static final boolean ASKED_FOR = Stream.of("answers", "answers.only", "answers.rounds", "wrong.answers")
            .anyMatch(name -> System.getProperty(name) != null);

    /** What verdicts may be others by; nothing where all answers are asked for, or where that can't be told. */
    private static final Optional<UnpublishedChanges> CHANGES =
            Optional.of(WORKSHOP.root()).filter(_ -> !ASKED_FOR).flatMap(UnpublishedChanges::in);

    @TempDir
    private static Path classes;
    private static JudgePool judges;

    static List<Step> steps() {
        return WORKSHOP.steps();
    }

    static List<Path> folders() throws IOException {
        Path solutions = WORKSHOP.root().resolve("solutions");
        try (var wrong = Files.list(solutions.resolve("wrong-answers")); var right = Files.list(solutions.resolve("right-answers"))) {
            return Stream.concat(wrong, right).filter(Files::isDirectory).toList();
        }
    }

    @BeforeAll
    static void updateIfAskedFor() throws IOException {
        if (Update.ASKED_FOR) {
            for (Step step : steps()) {
                Update.run(step, System.out::println);
            }
        }
    }

    @BeforeAll
    static void open() {
        judges = new JudgePool(WORKSHOP.root(), classes, LIMIT);
    }

    @AfterAll
    static void close() {
        judges.close();
    }

    @ParameterizedTest
    @MethodSource("steps")
    @DisplayName("There are wrong ones to each step")
    void some(Step step) {
        assertThat(Answer.filesIn(step.wrongAnswers()))
                .as("The files in %s: write down what people get wrong in this step", step.wrongAnswers()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("folders")
    @DisplayName("Each folder of them belongs to a step")
    void belongsToAStep(Path folder) {
        assertThat(steps()).extracting(Step::folder).as("The steps: name %s like one of them", folder)
                .contains(folder.getFileName().toString());
    }

    @TestFactory
    @DisplayName("Tests decide")
    List<DynamicNode> checks() { // all of them are on their way before the first decision is waited for
        List<Path> asked = steps().stream().flatMap(AnswersTest::asked).toList();
        if (asked.isEmpty() && CHANGES.isPresent()) {
            return List.of(skipped(CHANGES.get()));
        }
        assertThat(asked)
                .as("The answers that -Danswers.only=%s asks for: a part of the name of a file in solutions/*-answers", ONLY).isNotEmpty();
        return List.of(
                dynamicContainer("that each right one is green",
                                 each(step -> ofFiles(Demand.RIGHT, step, step.rightAnswers()))),
                dynamicContainer("that each wrong one is caught by the test that is meant to catch it",
                                 each(step -> ofFiles(Demand.WRONG, step, step.wrongAnswers()))),
                dynamicContainer("that the solution is not", each(AnswersTest::ofSolution)));
    }

    private static DynamicTest skipped(UnpublishedChanges none) {
        String reason = "nothing that they stand on has changed since %.10s: -Danswers=all judges them".formatted(none.commit());
        System.out.printf("Skipped: Answers, %s%n", reason);
        return dynamicTest(reason, () -> abort(reason));
    }

    private static List<DynamicTest> each(Function<Step, Stream<DynamicTest>> checks) {
        return IntStream.range(0, ROUNDS).boxed().flatMap(_ -> steps().stream().flatMap(checks)).toList();
    }

    private static Stream<DynamicTest> ofFiles(Demand demand, Step step, Path folder) {
        return asked(folder)
                .map(file -> decided(Answer.name(file), file.toUri(), new Check(demand, step.number(), file.toString())));
    }

    private static Stream<DynamicTest> ofSolution(Step step) {
        return asked(step.wrongAnswers()).flatMap(file -> caughtBy(step, file).stream()).distinct()
                .map(test -> decided(test, step.solution().toUri(), new Check(Demand.SOLUTION, step.number(), test)));
    }

    private static Stream<Path> asked(Step step) {
        return Stream.of(step.wrongAnswers(), step.rightAnswers()).flatMap(AnswersTest::asked);
    }

    private static Stream<Path> asked(Path folder) {
        return Answer.filesIn(folder).stream().filter(file -> ONLY.matcher(Answer.name(file)).find())
                .filter(file -> CHANGES.isEmpty() || CHANGES.get().concern(file));
    }

    private static Optional<String> caughtBy(Step step, Path file) {
        try {
            return Optional.of(Answer.wrong(step, file).says("caught-by"));
        } catch (UnusableAnswerException e) {
            return Optional.empty(); // a check of its own says so
        }
    }

    private static DynamicTest decided(String subject, URI source, Check demanded) {
        String name = "step %d, %s".formatted(demanded.step(), subject);
        Future<Decision> decision = judges.decide(demanded);
        return dynamicTest(name, source, () -> tell(name, demanded, decision.get()));
    }

    private static void tell(String name, Check decided, Decision decision) {
        if (TIMES_ASKED_FOR) {
            System.out.printf("%6.2f s  %-8s %s%n", decision.seconds(), decided.demand(), name);
        }
        if (!decision.report().isEmpty()) {
            System.out.println(decision.report());
        }
        if (decision.failure() != null) {
            throw new AssertionError(decision.failure());
        }
    }
}
