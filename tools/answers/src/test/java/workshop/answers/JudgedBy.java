package workshop.answers;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import workshop.model.answer.WrongAnswer;
import workshop.testkit.run.StepTests;
import workshop.testkit.run.TestResult;

/**
 * Which tests judge a wrong answer: {@code -Dwrong.answers=all-tests} asks for all of the step's, and reports those that
 * are red besides the one that is meant to be.
 */
enum JudgedBy {
    /** The test that is meant to catch it, and no other. */
    MEANT_TEST {
        @Override
        List<TestResult> results(WrongAnswer answer, StepTests tests, Path testClasses, Consumer<String> report) {
            return MeantTest.of(answer.caughtBy()).run(tests, testClasses);
        }
    },
    /** All tests of the step. */
    ALL_TESTS {
        @Override
        List<TestResult> results(WrongAnswer answer, StepTests tests, Path testClasses, Consumer<String> report) {
            var meant = MeantTest.of(answer.caughtBy());
            List<TestResult> all = tests.run();
            report.accept(answer.file().toString());
            all.stream().filter(TestResult::red).forEach(red -> report.accept("  %s %s.%s: %s".formatted(
                    meant.isMeant(red) ? "*" : " ", red.className(), red.methodName(),
                    String.valueOf(red.failure().orElseThrow().getMessage()).lines().findFirst().orElse(""))));
            return all.stream().filter(meant::isMeant).toList();
        }
    };

    /** The one that this run asks for. */
    static final JudgedBy ASKED_FOR = "all-tests".equals(System.getProperty("wrong.answers")) ? ALL_TESTS : MEANT_TEST;

    /** How the meant test ended, once for each parameter. */
    abstract List<TestResult> results(WrongAnswer answer, StepTests tests, Path testClasses, Consumer<String> report);
}
