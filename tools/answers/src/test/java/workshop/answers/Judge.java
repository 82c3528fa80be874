package workshop.answers;

import java.io.EOFException;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.PrintWriter;
import java.io.Serializable;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

import workshop.model.Workshop;
import workshop.model.answer.Answer;
import workshop.model.answer.UnusableAnswerException;
import workshop.testkit.run.StepTests;
import workshop.testkit.run.TestResult;
import workshop.testkit.wait.OccupiedCarriers;
import workshop.testkit.wait.Patience;

/**
 * The program that decides checks, one after the other, in a process of its own: the tests of a step want the log of their JVM
 * for themselves. It takes each {@link Check} from its standard input and writes the decision to its standard output; what tests
 * print goes to its standard error.
 */
final class Judge {
    /**
     * {@code -Dwrong.answers=all-tests} has all tests of the step judge a wrong answer, and not only the one that is meant to catch
     * it, and reports those that are red besides.
     */
    private static final boolean ALL_TESTS = "all-tests".equals(System.getProperty("wrong.answers"));

    /** After so many checks a new judge takes over: each of them leaves some threads behind, and each dump of them takes longer. */
    private static final int MOST = 100;

    private final Workshop workshop;
    private final Path folder;
    private int decided;
    private final Map<Integer, AnsweredStep> steps = new HashMap<>();

    /** What is demanded. */
    enum Demand {
        /** A wrong answer is caught by the test that is meant to catch it. */
        WRONG,
        /** The solution is not. */
        SOLUTION,
        /** For a right answer all tests are green. */
        RIGHT
    }

    /**
     * Something that tests decide.
     *
     * @param step    the number of the step
     * @param subject of whom it is demanded: the file of an answer, or for the solution the test that is meant to catch a wrong one
     */
    record Check(Demand demand, int step, String subject) implements Serializable {
    }

    /**
     * How a check was decided.
     *
     * @param failure what is wrong, or {@code null}
     * @param report  lines that were asked for
     * @param seconds how long it took
     * @param last    whether the judge has to be replaced: it has decided often, or a mistake has left threads behind that don't give
     *                their processors back
     */
    record Decision(String failure, String report, double seconds, boolean last) implements Serializable {
    }

    private Judge(Workshop workshop, Path folder) {
        this.workshop = workshop;
        this.folder = folder;
    }

    /** Decides for as long as there are checks, with the root of the workshop and a folder for compiled classes as arguments. */
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
                case WRONG -> wrong(step, Answer.wrong(step.step(), Path.of(next.subject())), report);
                case SOLUTION -> Verdict.green(step.step(), next.subject(), run(step.testsOfSolution(), next.subject()));
                case RIGHT -> right(step, Answer.right(step.step(), Path.of(next.subject())));
            }
        } catch (AssertionError | UnusableAnswerException e) {
            failure = e.getMessage();
        } catch (IOException | RuntimeException e) {
            var trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            failure = "%s: %s".formatted(next.subject(), trace);
        }
        return new Decision(failure, report.toString(), (System.nanoTime() - begin) / 1e9,
                            ++decided >= MOST || !virtualThreadsCanRun());
    }

    private static boolean virtualThreadsCanRun() {
        try (var carriers = new OccupiedCarriers()) {
            return carriers.take();
        }
    }

    private void wrong(AnsweredStep step, Answer answer, StringJoiner report) throws IOException {
        isPlain(answer);
        String meant = answer.says("caught-by");
        var tests = step.testsOf(answer, folder);
        List<TestResult> results = Patience.halved(() -> ALL_TESTS ? tests.run() : run(tests, meant));
        if (ALL_TESTS) {
            report.add(answer.file().toString());
            results.stream().filter(TestResult::red).forEach(red -> report.add("  %s %s.%s: %s".formatted(
                    isOf(meant, red) ? "*" : " ", red.className(), red.methodName(),
                    String.valueOf(red.failure().orElseThrow().getMessage()).lines().findFirst().orElse(""))));
        }
        List<TestResult> ofMeant = results.stream().filter(result -> isOf(meant, result)).toList();
        if (ofMeant.isEmpty()) {
            throw new AssertionError("%s: There is no test %s. Correct \"caught-by\" in it".formatted(answer.file(), meant));
        }
        Verdict.caught(answer, ofMeant);
    }

    private void right(AnsweredStep step, Answer answer) throws IOException {
        isPlain(answer);
        Verdict.right(answer, step.testsOf(answer, folder).run());
    }

    /** How the test of a name such as {@code BackgroundReadTest.reset} ended, once for each parameter. */
    private static List<TestResult> run(StepTests tests, String test) {
        var results = new ArrayList<TestResult>();
        int dot = Math.max(0, test.lastIndexOf('.'));
        tests.run(test.substring(0, dot), test.substring(dot + 1), results::add);
        return results;
    }

    private static boolean isOf(String test, TestResult result) {
        return (result.className() + "." + result.methodName()).endsWith("." + test);
    }

    private static void isPlain(Answer answer) throws IOException {
        if (!answer.plain().equals(Files.readAllLines(answer.file()))) {
            throw new AssertionError(("%s: its difference has more in it than is needed to tell where it belongs, or numbers that are"
                                              + " wrong. '%s' writes it anew").formatted(answer.file(), Update.COMMAND));
        }
    }
}
