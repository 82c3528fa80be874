package workshop.answers;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

import workshop.model.Step;
import workshop.model.Workshop;
import workshop.model.answer.Answer;
import workshop.model.answer.Change;
import workshop.testkit.run.StepTests;

/**
 * A step whose tests judge answers. These are compiled with the compiler of this JDK, one after the other: what is on the class
 * path is looked through only once.
 */
final class AnsweredStep {
    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    private final StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
    private final Step step;
    private final List<Path> solution;

    AnsweredStep(Workshop workshop, Step step) {
        this.step = step;
        this.solution = solutionClasses(workshop, step).toList();
    }

    /** The folders of the classes of a step's solution, and of what it stands on. */
    static Stream<Path> solutionClasses(Workshop workshop, Step step) {
        return Stream.concat(Stream.of(step), workshop.before(step).stream()).map(each -> each.solution().resolve("target/classes"));
    }

    /** The folder of its compiled tests. */
    static Path testClasses(Step step) {
        return step.starter().resolve("target/test-classes");
    }

    Step step() {
        return step;
    }

    /** Its tests, for its solution. */
    StepTests testsOfSolution() {
        return StepTests.of(testClasses(step), solution);
    }

    /** Its tests, for an answer, whose classes go to a new folder; an {@link AssertionError} if it can't be compiled. */
    StepTests testsOf(Answer answer, Path folder) throws IOException {
        var classes = new ArrayList<>(solution);
        classes.addFirst(Files.createTempDirectory(folder, Answer.name(answer.file())));
        compile(answer, classes.getFirst());
        return StepTests.of(testClasses(step), classes);
    }

    private void compile(Answer answer, Path target) throws IOException {
        var found = new DiagnosticCollector<JavaFileObject>();
        String classPath = Stream.concat(solution.stream().map(Path::toString), Stream.of(System.getProperty("java.class.path")))
                .collect(Collectors.joining(File.pathSeparator));
        files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(target));
        compiler.getTask(null, files, found, List.of("-proc:none", "-implicit:none", "-classpath", classPath), null,
                         answer.changes().stream().map(Source::new).toList()).call();
        List<String> errors = found.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(Object::toString)
                .toList();
        if (!errors.isEmpty()) {
            throw new AssertionError("%s: it does not compile. An answer compiles, even if it does not work:%n%s"
                                             .formatted(answer.file(), String.join(System.lineSeparator(), errors)));
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String code;

        Source(Change change) {
            super(URI.create("answer:/" + change.path().getFileName()), Kind.SOURCE);
            this.code = String.join("\n", change.after());
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return code;
        }
    }
}
