package workshop.wronganswers;

import java.util.List;

import workshop.testkit.run.TestResult;

/**
 * What the test that is meant to catch a wrong answer says about it.
 *
 * @param answer  the wrong answer
 * @param belief  the belief behind it
 * @param results how the test ended, once for each parameter
 */
record Verdict(WrongAnswer answer, Belief belief, List<TestResult> results) {
    private static final String HINT = System.lineSeparator() + "Hint: ";

    /**
     * Checks that the test is red, by an assertion, and with the message that names the mistake.
     *
     * @throws AssertionError if it is not
     */
    void check() {
        List<TestResult> red = results.stream().filter(TestResult::red).toList();
        if (red.isEmpty()) {
            throw failure("%s did not catch it: %s. Make the test notice this mistake, or name another one that does",
                          belief.caughtBy(), results.isEmpty() ? "it did not run" : results);
        }
        red.forEach(this::checkFailure);
    }

    private void checkFailure(TestResult red) {
        Throwable failure = red.failure().orElseThrow();
        if (!(failure instanceof AssertionError)) {
            throw failure("%s is red by something that is no assertion, and so teaches nothing: %s. Let the test assert what"
                                  + " it expects", red.name(), failure);
        }
        if (!withoutHint(failure).contains(belief.message())) {
            throw failure("%s is red, but its message does not name the mistake with \"%s\". Let the test say it, or correct"
                                  + " \"message\" in %s. The message is:%n%s",
                          red.name(), belief.message(), Belief.FILE, failure.getMessage());
        }
    }

    /** The hint is the same for every mistake. */
    private static String withoutHint(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        int hint = message.lastIndexOf(HINT);
        return hint < 0 ? message : message.substring(0, hint);
    }

    private AssertionError failure(String text, Object... values) {
        return new AssertionError(answer.folder() + ": " + text.formatted(values));
    }
}
