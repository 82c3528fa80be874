package workshop.testkit.exercise;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

import workshop.testkit.run.StepTests;
import workshop.testkit.run.TestResult;

/**
 * A step as the build leaves it: a learner's class, {@code workshop.sample.Sample}, and its tests,
 * {@code workshop.sample.SampleTest}.
 */
final class SampleStep {
    private static final String PACKAGE = "package workshop.sample; ";

    private SampleStep() {
    }

    /**
     * Runs the tests.
     *
     * @param root    an empty folder
     * @param learner the source of the learner's class; its first line is line 1
     * @param test    the source of the tests
     * @return how each ended
     */
    static List<TestResult> run(Path root, String learner, String test) throws IOException {
        Path target = root.resolve("step-99-sample/target");
        Path classes = compile(target.resolve("classes"), "Sample", learner, "");
        Path tests = compile(target.resolve("test-classes"), "SampleTest", test, classes.toString());
        return StepTests.of(tests, List.of(classes)).run();
    }

    private static Path compile(Path folder, String name, String source, String classPath) throws IOException {
        Files.createDirectories(folder);
        var file = new SimpleJavaFileObject(URI.create("sample:/" + name + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return PACKAGE + source;
            }
        };
        var options = List.of("-d", folder.toString(), "-cp", String.join(File.pathSeparator, classPath, System.getProperty("java.class.path")));
        if (!ToolProvider.getSystemJavaCompiler().getTask(null, null, null, options, null, List.of(file)).call()) {
            throw new IllegalArgumentException("It does not compile: " + source);
        }
        return folder;
    }
}
