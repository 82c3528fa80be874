package workshop.answers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import workshop.testkit.run.StepTests;
import workshop.testkit.run.TestResult;

/**
 * The test that is meant to catch a wrong answer.
 *
 * @param className  the test class, without its package
 * @param methodName the test method
 */
record MeantTest(String className, String methodName) {
    /** Takes a text such as {@code BackgroundReadTest.reset} apart. */
    static MeantTest of(String text) {
        int dot = text.lastIndexOf('.');
        return new MeantTest(text.substring(0, Math.max(dot, 0)), text.substring(dot + 1));
    }

    /**
     * Runs it.
     *
     * @param tests       the tests of the step, for some answer
     * @param testClasses the folder of their classes
     * @return how it ended, once for each parameter
     * @throws IllegalArgumentException if the step has no such test
     */
    List<TestResult> run(StepTests tests, Path testClasses) {
        return tests.run(qualifiedName(testClasses), methodName);
    }

    boolean isMeant(TestResult result) {
        return result.className().endsWith("." + className) && result.methodName().equals(methodName);
    }

    @Override
    public String toString() {
        return className + "." + methodName;
    }

    private String qualifiedName(Path testClasses) {
        try (var files = Files.walk(testClasses)) {
            return files.filter(file -> file.getFileName().toString().equals(className + ".class"))
                    .map(file -> testClasses.relativize(file).toString().replaceAll("[/\\\\]", "."))
                    .map(file -> file.substring(0, file.length() - ".class".length()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("There is no test class " + className + " in " + testClasses));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
