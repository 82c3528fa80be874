package workshop.wronganswers;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/**
 * Compiles sources with the compiler of this JDK.
 */
final class Compilation {
    private Compilation() {
    }

    /**
     * Compiles.
     *
     * @param sources the sources
     * @param classes folders of classes that they may use; what this JVM has on its class path comes after
     * @param target  the folder for the compiled classes
     * @return the errors, none if all went well
     */
    static List<String> compile(List<Path> sources, List<Path> classes, Path target) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var found = new DiagnosticCollector<JavaFileObject>();
        var options = List.of("-proc:none", "-d", target.toString(), "-classpath", classPath(classes));
        try (var files = compiler.getStandardFileManager(found, null, null)) {
            compiler.getTask(null, files, found, options, null, files.getJavaFileObjectsFromPaths(sources)).call();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(Object::toString)
                .toList();
    }

    private static String classPath(List<Path> classes) {
        return Stream.concat(classes.stream().map(Path::toString), Stream.of(System.getProperty("java.class.path")))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
