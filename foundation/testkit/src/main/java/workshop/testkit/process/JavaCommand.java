package workshop.testkit.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The command that starts a program in a JVM of its own, with the JDK of this one. What it prints is UTF-8.
 * <p>
 * {@link ProcessBuilder} knows the environment, the folder, and where standard input and standard error go.
 */
public final class JavaCommand {
    /** The options of a JVM that has to be there soon, and does not live long. */
    public static final List<String> QUICK_START = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private final List<String> command = new ArrayList<>();

    /** With options of the JVM, such as {@code -Xmx1g}. */
    public JavaCommand(List<String> options) {
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Dstdout.encoding=UTF-8");
        command.addAll(options);
    }

    /** Adds system properties. */
    public JavaCommand with(Map<String, String> properties) {
        properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        return this;
    }

    /**
     * Has the JVM load its classes from an archive (class data sharing), which halves the start of a server. The first JVM that
     * ends by itself writes it; one that was written by another JDK, or for other jars, is written anew. Nobody is told, not even by
     * the warning of a JVM that starts while another one writes it. It is better in a folder that {@code clean} removes.
     */
    public JavaCommand sharing(Path archive) {
        command.addAll(List.of("-XX:SharedArchiveFile=" + archive, "-XX:+AutoCreateSharedArchive", "-Xlog:disable", "-XX:-PrintWarnings"));
        return this;
    }

    /** What starts a jar that names its main class. */
    public ProcessBuilder jar(Path jar) {
        command.addAll(List.of("-jar", jar.toString()));
        return new ProcessBuilder(command);
    }

    /** What starts a main class from a class path. */
    public ProcessBuilder main(Class<?> main, String classPath, String... arguments) {
        command.addAll(List.of("-cp", classPath, main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }
}
