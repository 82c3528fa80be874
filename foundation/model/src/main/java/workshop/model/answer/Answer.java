package workshop.model.answer;

import java.nio.file.Path;
import java.util.List;

/**
 * An answer to a step that is not its solution, kept as the difference from it.
 */
public sealed interface Answer permits WrongAnswer, RightAnswer {
    /**
     * @return where it is kept
     */
    Path file();

    /**
     * @return how its sources differ from those of the solution
     */
    List<Change> changes();

    /**
     * @return what it does, such as {@code looks-then-writes}
     */
    default String name() {
        return AnswerFile.name(file());
    }

    /**
     * @return its name as a sentence, such as {@code Looks then writes}
     */
    default String title() {
        String words = name().replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
