package workshop.model.answer;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import workshop.model.Step;

/**
 * An answer to a step that is as right as the solution, in another style.
 *
 * @param file    where it is kept
 * @param style   what it does in another way
 * @param why     why it is right
 * @param changes how its sources differ from those of the solution
 */
public record RightAnswer(Path file, String style, String why, List<Change> changes) implements Answer {
    private static final Set<String> KEYS = Set.of("style", "why");

    /**
     * The right answers to a step.
     *
     * @param step the step
     * @return all of them, in the order of their names
     * @throws UnusableAnswerException if one of them can't be read
     */
    public static List<RightAnswer> to(Step step) {
        return AnswerFile.in(step.rightAnswers()).stream().map(file -> read(step, file)).toList();
    }

    /**
     * Reads one.
     *
     * @param step the step that it answers
     * @param file where it is kept
     * @return the answer
     * @throws UnusableAnswerException if it can't be read
     */
    public static RightAnswer read(Step step, Path file) {
        var text = AnswerFile.read(step, file);
        var head = text.values(KEYS);
        return new RightAnswer(file, head.get("style"), head.get("why"), text.changes());
    }
}
