package workshop.answers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import workshop.model.Step;
import workshop.model.answer.Answer;
import workshop.model.answer.UnusableAnswerException;

/**
 * Brings answers up to date with the solution: {@code -Danswers=update} asks for it.
 */
final class Update {
    /** What asks for it. */
    static final String COMMAND = "./mvnw -pl tools/answers -am verify -Danswers=update";

    /** Whether this run asks for it. */
    static final boolean ASKED_FOR = "update".equals(System.getProperty("answers"));

    private Update() {
    }

    /**
     * Writes those answers to a step anew whose differences have to be others, and still mean the same. The report has a line for
     * each that is written, and one for each that only a person can bring up to date.
     */
    static void run(Step step, Consumer<String> report) throws IOException {
        for (Path file : Stream.of(step.wrongAnswers(), step.rightAnswers()).map(Answer::filesIn).flatMap(List::stream).toList()) {
            try {
                List<String> lines = Answer.read(step, file).upToDate().plain();
                if (!lines.equals(Files.readAllLines(file))) {
                    Files.write(file, lines);
                    report.accept("Updated: " + file);
                }
            } catch (UnusableAnswerException e) {
                report.accept("Needs a hand: " + e.getMessage());
            }
        }
    }
}
