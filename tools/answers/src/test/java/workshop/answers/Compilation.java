package workshop.answers;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
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

import workshop.model.answer.Answer;
import workshop.model.answer.Change;

/**
 * Compiles answers to a step with the compiler of this JDK, one after the other: what is on the class path is looked through
 * only once.
 */
final class Compilation {
    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    private final StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
    private final List<String> options;

    /**
     * @param classes folders of classes that the answers may use; what this JVM has on its class path comes after
     */
    Compilation(List<Path> classes) {
        this.options = List.of("-proc:none", "-implicit:none", "-classpath", Stream.concat(
                classes.stream().map(Path::toString), Stream.of(System.getProperty("java.class.path")))
                .collect(Collectors.joining(File.pathSeparator)));
    }

    /**
     * Compiles the sources of an answer.
     *
     * @param answer the answer
     * @param target the folder for the compiled classes
     * @throws AssertionError if there are errors in it
     */
    void compile(Answer answer, Path target) {
        var found = new DiagnosticCollector<JavaFileObject>();
        try {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(target));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        compiler.getTask(null, files, found, options, null, answer.changes().stream().map(Source::new).toList()).call();
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
