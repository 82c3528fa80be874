package workshop.companion.build;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
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

import workshop.model.Digest;
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

    private final Step step;
    private final String classPath;
    private byte[] compiledWith = new byte[0];
    private final StandardJavaFileManager files =
            COMPILER.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);

    /** A compiler that knows the libraries of the step and of its tests. */
    public StepCompiler(Step step, String classPath) {
        this.step = step;
        this.classPath = classPath;
    }

    /** The folder of the compiled classes. */
    public Path classes() {
        return step.starter().resolve("target/watch/classes");
    }

    /** The folder of the compiled tests. */
    public Path testClasses() {
        return step.starter().resolve("target/watch/test-classes");
    }

    /**
     * Compiles; returns why that is not possible, as javac says it, and nothing if all is well. The tests, which take longest, are
     * left as they are where neither they have changed nor what they are compiled against: the learner has changed code of methods.
     */
    public List<String> compile() {
        List<String> messages = compile("src/main", classes(), classPath);
        if (!messages.isEmpty()) {
            return messages;
        }
        byte[] now = underTheTests();
        if (Files.isDirectory(testClasses()) && Arrays.equals(now, compiledWith)) {
            return List.of();
        }
        messages = compile("src/test", testClasses(), classes() + File.pathSeparator + classPath);
        compiledWith = messages.isEmpty() ? now : new byte[0];
        return messages;
    }

    private byte[] underTheTests() {
        MessageDigest digest = Digest.sha256();
        StepSources.add(digest, step.root(), step.starter().resolve("src/test"));
        Signatures.add(digest, classes());
        return digest.digest();
    }

    private List<String> compile(String folder, Path target, String libraries) {
        Path sources = step.starter().resolve(folder);
        Uncheck.run(() -> copy(sources.resolve("resources").toFile(), target.toFile()));
        File java = sources.resolve("java").toFile();
        Collection<File> all = java.isDirectory() ? FileUtils.listFiles(java, JAVA, SAVED) : List.of();
        return all.isEmpty() ? List.of() : compile(all, target, libraries);
    }

    /** Copies what is not compiled, and nothing else is there then. */
    private static void copy(File resources, File target) throws IOException {
        FileUtils.forceMkdir(target);
        FileUtils.cleanDirectory(target);
        if (resources.isDirectory()) {
            FileUtils.copyDirectory(resources, target, SAVED);
        }
    }

    private List<String> compile(Collection<File> java, Path target, String libraries) {
        var diagnostics = new DiagnosticCollector<JavaFileObject>();
        var options = List.of("-d", target.toString(), "-cp", libraries, "-proc:none", "-parameters", "-g");
        COMPILER.getTask(null, files, diagnostics, options, null, files.getJavaFileObjectsFromFiles(java.stream().sorted().toList())).call();
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
                                      diagnostic.getColumnNumber(), text).lines(step.root()).stream();
    }

    @Override
    public void close() {
        Uncheck.run(files::close);
    }
}
