package workshop.companion.build;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import org.apache.commons.io.FileUtils;
import org.apache.commons.io.filefilter.IOFileFilter;
import org.apache.commons.io.filefilter.PrefixFileFilter;
import org.apache.commons.io.filefilter.SuffixFileFilter;
import org.apache.commons.io.function.Uncheck;

import workshop.model.Step;

/**
 * Compiles what a learner has in a step, and its tests, in this JVM, which knows the libraries from the time before. The
 * classes go to a folder of their own: Maven and an IDE keep theirs.
 */
public final class StepCompiler implements AutoCloseable {
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    /** Not what an editor puts beside a file. */
    private static final IOFileFilter SAVED = new PrefixFileFilter(".").negate();
    private static final IOFileFilter JAVA = new SuffixFileFilter(".java").and(SAVED);

    private final Path root;
    private final Path sources;
    private final Path output;
    private final String classPath;
    private final StandardJavaFileManager files =
            COMPILER.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);

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

    /** The folder of the compiled classes. */
    public Path classes() {
        return output.resolve("classes");
    }

    /** The folder of the compiled tests. */
    public Path testClasses() {
        return output.resolve("test-classes");
    }

    /** Compiles; returns why that is not possible, as javac says it, and nothing if all is well. */
    public List<String> compile() {
        List<String> messages = compile(sources.resolve("main"), classes(), classPath);
        return messages.isEmpty()
                ? compile(sources.resolve("test"), testClasses(), classes() + File.pathSeparator + classPath)
                : messages;
    }

    private List<String> compile(Path folder, Path target, String libraries) {
        Uncheck.run(() -> copy(folder.resolve("resources").toFile(), target.toFile()));
        Collection<File> java = java(folder.resolve("java"));
        return java.isEmpty() ? List.of() : compile(java, target, libraries);
    }

    /** Copies what is not compiled, and nothing else is there then. */
    private static void copy(File resources, File target) throws IOException {
        FileUtils.forceMkdir(target);
        FileUtils.cleanDirectory(target);
        if (resources.isDirectory()) {
            FileUtils.copyDirectory(resources, target, SAVED);
        }
    }

    private static Collection<File> java(Path folder) {
        return Files.isDirectory(folder)
                ? FileUtils.listFiles(folder.toFile(), JAVA, SAVED).stream().sorted().toList()
                : List.of();
    }

    private List<String> compile(Collection<File> java, Path target, String libraries) {
        var diagnostics = new DiagnosticCollector<JavaFileObject>();
        var options = List.of("-d", target.toString(), "-cp", libraries, "-proc:none", "-parameters", "-g");
        COMPILER.getTask(null, files, diagnostics, options, null, files.getJavaFileObjectsFromFiles(java)).call();
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

    @Override
    public void close() {
        Uncheck.run(files::close);
    }
}
