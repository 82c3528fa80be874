package workshop.companion.testrun;

import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.List;

import org.apache.commons.io.function.Uncheck;

import workshop.testkit.run.StepTests;
import workshop.testkit.run.TestResult;

/**
 * The program that runs a step's tests, in a process of its own: whatever the learner's code does there, it can be
 * ended. It takes {@link Request}s from its standard input, answers each with the {@link TestOutcome}s and a {@code null}
 * on its standard output, and ends with its input, or with the process that started it. What the tests print goes to its
 * standard error.
 */
public final class TestProcess {
    private static final String SEPARATOR = "#";

    private TestProcess() {
    }

    /**
     * What is to be run.
     *
     * @param tests   the folder of the tests
     * @param classes the folders of the classes to be tested; the first one that has a class provides it
     * @param only    the one test to run, see {@link TestOutcome#test()}, or {@code null} for all in their order
     */
    public record Request(File tests, List<File> classes, String only) implements Serializable {
        /** One of the tests. */
        public Request only(String test) {
            return new Request(tests, classes, test);
        }
    }

    /** Runs tests for as long as there are requests. */
    public static void main(String[] args) throws IOException, ClassNotFoundException {
        ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(TestProcess::end));
        try {
            var requests = new ObjectInputStream(System.in); // once, since Helidon refuses to read objects where a server has started
            var outcomes = new ObjectOutputStream(System.out);
            System.setIn(InputStream.nullInputStream());
            System.setOut(System.err);
            while (true) {
                run((Request) requests.readObject(), outcomes);
                write(outcomes, null);
            }
        } catch (EOFException e) {
            end();
        }
    }

    private static void run(Request request, ObjectOutputStream outcomes) {
        var tests = StepTests.of(request.tests.toPath(), request.classes.stream().map(File::toPath).toList());
        if (request.only == null) {
            tests.run(result -> tell(result, outcomes));
        } else {
            String[] names = request.only.split(SEPARATOR);
            tests.run(names[0], names[1], result -> tell(result, outcomes));
        }
    }

    private static void tell(TestResult result, ObjectOutputStream outcomes) {
        Uncheck.run(() -> write(outcomes, TestOutcome.of(result)));
    }

    private static void write(ObjectOutputStream outcomes, TestOutcome outcome) throws IOException {
        outcomes.writeObject(outcome);
        outcomes.flush();
    }

    /** Threads that the tests left behind don't count. */
    private static void end() {
        Runtime.getRuntime().halt(0);
    }
}
