package workshop.answers;

import java.io.EOFException;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Consumer;

import workshop.model.Step;
import workshop.model.Workshop;
import workshop.model.answer.Answer;
import workshop.model.answer.AnswerFile;
import workshop.model.answer.RightAnswer;
import workshop.model.answer.UnusableAnswerException;
import workshop.model.answer.WrongAnswer;
import workshop.testkit.wait.Patience;

/**
 * The program that decides checks, one after the other, in a process of its own: the tests of a step want the log of their JVM
 * for themselves. It takes each {@link Check} from its standard input and writes the decision to its standard output; what tests
 * print goes to its standard error.
 */
final class Judge {
    private final Workshop workshop;
    private final Path folder;
    private final Map<Integer, AnsweredStep> steps = new HashMap<>();

    private Judge(Workshop workshop, Path folder) {
        this.workshop = workshop;
        this.folder = folder;
    }

    /**
     * Decides for as long as there are checks.
     *
     * @param args the root of the workshop, and a folder for compiled classes
     * @throws IOException            if nobody reads the decisions
     * @throws ClassNotFoundException never
     */
    public static void main(String[] args) throws IOException, ClassNotFoundException {
        var decisions = new ObjectOutputStream(System.out);
        decisions.flush();
        System.setOut(System.err);
        var judge = new Judge(Workshop.at(Path.of(args[0])), Path.of(args[1]));
        try (var checks = new ObjectInputStream(System.in)) {
            while (checks.readObject() instanceof Check next) {
                decisions.writeObject(judge.decide(next));
                decisions.flush();
            }
        } catch (EOFException e) {
            System.exit(0); // threads that the tests left behind don't count
        }
    }

    private Decision decide(Check next) {
        var step = steps.computeIfAbsent(next.step(), number -> new AnsweredStep(workshop, workshop.step(Integer.toString(number))));
        var report = new StringJoiner(System.lineSeparator());
        long begin = System.nanoTime();
        String failure = null;
        try {
            switch (next.demand()) {
                case WRONG -> isCaught(step, WrongAnswer.read(step.step(), Path.of(next.subject())), report::add);
                case SOLUTION -> isGreen(step, MeantTest.of(next.subject()));
                case RIGHT -> isGreen(step, RightAnswer.read(step.step(), Path.of(next.subject())));
            }
        } catch (AssertionError | UnusableAnswerException e) {
            failure = e.getMessage();
        } catch (IOException | RuntimeException e) {
            var trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            failure = "%s: %s".formatted(next.subject(), trace);
        }
        return new Decision(failure, report.toString(), (System.nanoTime() - begin) / 1e9);
    }

    private void isCaught(AnsweredStep step, WrongAnswer answer, Consumer<String> report) throws IOException {
        isPlain(step.step(), answer);
        var tests = step.testsOf(answer, folder);
        try {
            Verdict.caught(answer, Patience.halved(() -> JudgedBy.ASKED_FOR.results(answer, tests, step.testClasses(), report)));
        } catch (IllegalArgumentException e) {
            throw new AssertionError("%s: %s. Correct \"caught-by\" in it".formatted(answer.file(), e.getMessage()), e);
        }
    }

    private static void isGreen(AnsweredStep step, MeantTest test) {
        Verdict.green(step.step(), test.toString(), test.run(step.testsOfSolution(), step.testClasses()));
    }

    private void isGreen(AnsweredStep step, RightAnswer answer) throws IOException {
        isPlain(step.step(), answer);
        Verdict.right(answer, step.testsOf(answer, folder).run());
    }

    private static void isPlain(Step step, Answer answer) throws IOException {
        if (!AnswerFile.read(step, answer.file()).plain().equals(Files.readAllLines(answer.file()))) {
            throw new AssertionError(("%s: its difference has more in it than is needed to tell where it belongs, or numbers that are"
                                              + " wrong. '%s' writes it anew").formatted(answer.file(), Update.COMMAND));
        }
    }
}
