package workshop.companion.testrun;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Path;
import java.util.concurrent.LinkedBlockingQueue;

import org.apache.commons.io.function.Uncheck;

import workshop.companion.progress.TestOutcome;
import workshop.testkit.run.StepTests;
import workshop.testkit.run.TestResult;

/**
 * The program that runs a step's tests, in a process of its own: whatever the learner's code does there, it can be
 * ended. It takes {@link TestRequest}s from its standard input, answers each with the {@link TestOutcome}s and a {@code null}
 * on its standard output, and ends with its input. What the tests print goes to its standard error.
 */
final class TestProcess {
    private static final String END = "the end of the requests";

    private final LinkedBlockingQueue<Object> requests = new LinkedBlockingQueue<>();
    private final ObjectOutputStream outcomes;

    private TestProcess(ObjectOutputStream outcomes) {
        this.outcomes = outcomes;
    }

    /** Runs tests for as long as there are requests. */
    public static void main(String[] args) throws IOException, InterruptedException {
        var outcomes = new ObjectOutputStream(System.out);
        outcomes.flush();
        InputStream in = System.in;
        System.setOut(System.err);
        System.setIn(InputStream.nullInputStream());
        var process = new TestProcess(outcomes);
        Thread.ofPlatform().daemon().name("requests").start(() -> process.read(in));
        process.run();
        System.exit(0); // threads that the tests left behind don't count
    }

    private void run() throws InterruptedException {
        while (requests.take() instanceof TestRequest request) {
            var tests = StepTests.of(Path.of(request.tests()), request.classes().stream().map(Path::of).toList());
            if (request.only() == null) {
                tests.run(this::tell);
            } else {
                tests.run(request.only().className(), request.only().methodName(), this::tell);
            }
            write(null);
        }
    }

    /** When nobody is there any more, the tests under way end too. */
    private void read(InputStream in) {
        try (var objects = new ObjectInputStream(in)) {
            while (true) {
                requests.add(objects.readObject());
            }
        } catch (EOFException e) {
            Runtime.getRuntime().halt(0);
        } catch (IOException | ClassNotFoundException e) {
            requests.add(END);
        }
    }

    private void tell(TestResult result) {
        write(TestOutcome.of(result));
    }

    private void write(TestOutcome outcome) {
        Uncheck.run(() -> {
            outcomes.writeObject(outcome);
            outcomes.flush();
        });
    }
}
