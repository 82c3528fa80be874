package workshop.companion.testrun;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;

import workshop.companion.progress.TestName;

/**
 * What a {@link TestProcess} is to run.
 *
 * @param tests   the folder of the tests
 * @param classes the folders of the classes to be tested; the first one that has a class provides it
 * @param only    the one test to run, or {@code null} for all in their order
 */
public record TestRequest(String tests, List<String> classes, TestName only) implements Serializable {
    /** All tests, in their order. */
    static TestRequest all(Path tests, List<Path> classes) {
        return new TestRequest(tests.toString(), classes.stream().map(Path::toString).toList(), null);
    }

    /** One of the tests. */
    public TestRequest only(TestName test) {
        return new TestRequest(tests, classes, test);
    }
}
