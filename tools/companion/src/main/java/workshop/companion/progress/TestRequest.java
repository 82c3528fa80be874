package workshop.companion.progress;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a {@link TestProcess} is to run.
 *
 * @param folders the folder of the tests, then those of the classes to be tested; the first one that has a class provides it
 * @param only    the one test to run, or {@code null} for all in their order
 */
public record TestRequest(List<String> folders, TestName only) implements Serializable {
    /**
     * All tests, in their order.
     *
     * @param tests   the folder of the tests
     * @param classes the folders of the classes to be tested
     * @return the request
     */
    public static TestRequest all(Path tests, List<Path> classes) {
        var folders = new ArrayList<String>();
        folders.add(tests.toString());
        classes.forEach(folder -> folders.add(folder.toString()));
        return new TestRequest(List.copyOf(folders), null);
    }

    /**
     * @param test one of the tests
     * @return a request for that one
     */
    public TestRequest only(TestName test) {
        return new TestRequest(folders, test);
    }

    List<Path> paths() {
        return folders.stream().map(Path::of).toList();
    }
}
