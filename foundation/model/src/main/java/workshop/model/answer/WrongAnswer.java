package workshop.model.answer;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import workshop.model.Step;

/**
 * An answer to a step that looks right and is not.
 *
 * @param file     where it is kept
 * @param belief   what somebody who answers like this believes
 * @param why      why it fails
 * @param caughtBy the test that is meant to catch it, such as {@code OutcomeTest.commitFirst}
 * @param message  the part of the test's message that names the mistake
 * @param changes  how its sources differ from those of the solution
 */
public record WrongAnswer(Path file, String belief, String why, String caughtBy, String message, List<Change> changes)
        implements Answer {
    private static final Set<String> KEYS = Set.of("belief", "why", "caught-by", "message");

    /**
     * The wrong answers to a step.
     *
     * @param step the step
     * @return all of them, in the order of their names
     * @throws UnusableAnswerException if one of them can't be read
     */
    public static List<WrongAnswer> to(Step step) {
        return AnswerFile.in(step.wrongAnswers()).stream().map(file -> read(step, file)).toList();
    }

    /**
     * Reads one.
     *
     * @param step the step that it answers
     * @param file where it is kept
     * @return the answer
     * @throws UnusableAnswerException if it can't be read
     */
    public static WrongAnswer read(Step step, Path file) {
        var text = AnswerFile.read(step, file);
        var head = text.values(KEYS);
        return new WrongAnswer(file, head.get("belief"), head.get("why"), head.get("caught-by"), head.get("message"),
                               text.changes());
    }
}
