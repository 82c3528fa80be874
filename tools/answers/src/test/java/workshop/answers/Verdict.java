package workshop.answers;

import java.util.List;

import workshop.model.Step;
import workshop.model.answer.Answer;
import workshop.testkit.run.TestResult;

/**
 * What tests say about an answer, and what they should.
 */
final class Verdict {
    private static final String HINT = System.lineSeparator() + "Hint: ";

    private Verdict() {
    }

    /**
     * Checks that the test that is meant to catch a wrong answer is red, by an assertion, and with the message that names the
     * mistake, wherever it is red for one of its parameters.
     */
    static void caught(Answer answer, List<TestResult> results) {
        List<TestResult> red = results.stream().filter(TestResult::red).toList();
        if (red.isEmpty()) {
            throw failure(answer, "%s did not catch it: %s. Make the test notice this mistake, or name another one that does",
                          answer.says("caught-by"), results.isEmpty() ? "it did not run" : results);
        }
        red.forEach(each -> caught(answer, each));
    }

    private static void caught(Answer answer, TestResult red) {
        Throwable failure = red.failure().orElseThrow();
        if (!(failure instanceof AssertionError)) {
            throw failure(answer, "%s is red by something that is no assertion, and so teaches nothing: %s. Let the test assert"
                                          + " what it expects", red.name(), failure);
        }
        if (!withoutHint(failure).contains(answer.says("message"))) {
            throw failure(answer, "%s is red, but its message does not name the mistake with \"%s\". Let the test say it, or"
                                          + " correct \"message\" here. The message is:%n%s",
                          red.name(), answer.says("message"), failure.getMessage());
        }
    }

    /** Checks that no test of the step is red for a right answer. */
    static void right(Answer answer, List<TestResult> results) {
        if (results.stream().noneMatch(TestResult::green)) {
            throw failure(answer, "no test is green: %s. Build the tests of the step first", results);
        }
        results.stream().filter(TestResult::red).findFirst().ifPresent(red -> {
            throw failure(answer, "%s.%s (%s) is red. Mend the answer, or keep it as a wrong one: %s", red.className(),
                          red.methodName(), red.name(), red.failure().orElseThrow());
        });
    }

    /** Checks that a test that is meant to catch wrong answers has run, and is not red, for the solution. */
    static void green(Step step, String test, List<TestResult> results) {
        if (results.isEmpty() || results.stream().anyMatch(TestResult::red)) {
            throw new AssertionError("%s against the solution of %s is not green: %s. A test that is always red catches nothing"
                                             .formatted(test, step.title(), results));
        }
    }

    /** The hint is the same for every mistake. */
    private static String withoutHint(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        int hint = message.lastIndexOf(HINT);
        return hint < 0 ? message : message.substring(0, hint);
    }

    private static AssertionError failure(Answer answer, String text, Object... values) {
        return new AssertionError(answer.file() + ": " + text.formatted(values));
    }
}
