package workshop.companion.step;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import workshop.model.Step;

/**
 * Compiles what a learner has in a step, and its tests, in this JVM, which knows the libraries from the time before. The
 * classes go to a folder of their own: Maven and an IDE keep theirs.
 */
public final class StepCompiler implements AutoCloseable {
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    private final Path root;
    private final Path sources;
    private final Path output;
    private final String classPath;
    private final StandardJavaFileManager files =
            COMPILER.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
    private TestInput compiledTests;

    /** What the compiled tests were made from. */
    private record TestInput(Map<Path, FileTime> tests, Signatures main) {
    }

    /**
     * @param root      the root of the workshop; files are named from there
     * @param step      the step
     * @param classPath the libraries of the step and of its tests
     */
    public StepCompiler(Path root, Step step, String classPath) {
        this.root = root;
        this.sources = step.starter().resolve("src");
        this.output = step.starter().resolve("target/watch");
        this.classPath = classPath;
    }

    /**
     * @return the folder of the compiled classes
     */
    public Path classes() {
        return output.resolve("classes");
    }

    /**
     * @return the folder of the compiled tests
     */
    public Path testClasses() {
        return output.resolve("test-classes");
    }

    /**
     * Compiles; the tests only if they, or what they can see of the step, have changed.
     *
     * @return why that is not possible, as javac says it; empty if all is well
     */
    public List<String> compile() {
        try {
            List<String> messages = compile("main", classes(), classPath);
            if (!messages.isEmpty()) {
                return messages;
            }
            var now = new TestInput(times(sources.resolve("test")), Signatures.of(classes()));
            if (now.equals(compiledTests)) {
                return List.of();
            }
            compiledTests = null;
            messages = compile("test", testClasses(), classes() + File.pathSeparator + classPath);
            compiledTests = messages.isEmpty() ? now : null;
            return messages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<Path, FileTime> times(Path folder) throws IOException {
        var times = new HashMap<Path, FileTime>();
        for (Path file : files(folder)) {
            times.put(file, Files.getLastModifiedTime(file));
        }
        return times;
    }

    private List<String> compile(String kind, Path target, String libraries) throws IOException {
        empty(target);
        List<Path> java = files(sources.resolve(kind).resolve("java"));
        copy(sources.resolve(kind).resolve("resources"), target);
        if (java.isEmpty()) {
            return List.of();
        }
        var diagnostics = new DiagnosticCollector<JavaFileObject>();
        var options = List.of("-d", target.toString(), "-cp", libraries, "-proc:none", "-parameters", "-g");
        COMPILER.getTask(null, files, diagnostics, options, null, files.getJavaFileObjectsFromPaths(java)).call();
        return diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .flatMap(this::lines)
                .toList();
    }

    private Stream<String> lines(Diagnostic<? extends JavaFileObject> diagnostic) {
        String text = diagnostic.getMessage(Locale.ENGLISH);
        return diagnostic.getSource() == null
                ? text.lines()
                : new CompilerMessage(Path.of(diagnostic.getSource().toUri()), diagnostic.getLineNumber(),
                                      diagnostic.getColumnNumber(), text).lines(root).stream();
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile).filter(file -> !file.getFileName().toString().startsWith(".")).sorted()
                    .toList();
        }
    }

    private static void copy(Path folder, Path target) throws IOException {
        for (Path file : files(folder)) {
            Path copy = target.resolve(folder.relativize(file));
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
    }

    private static void empty(Path folder) throws IOException {
        Files.createDirectories(folder);
        var old = new ArrayList<Path>();
        try (var tree = Files.walk(folder)) {
            tree.filter(path -> !path.equals(folder)).sorted(Comparator.reverseOrder()).forEach(old::add);
        }
        for (Path path : old) {
            Files.delete(path);
        }
    }

    @Override
    public void close() {
        try {
            files.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
