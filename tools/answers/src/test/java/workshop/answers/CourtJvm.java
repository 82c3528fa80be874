package workshop.answers;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A JVM with a {@link Court}, like this one.
 */
final class CourtJvm implements AutoCloseable {
    private final Path printed;
    private final Process process;
    private final ObjectOutputStream cases;
    private final ObjectInputStream decisions;

    /**
     * @param root   the root of the workshop
     * @param folder a folder for compiled classes
     */
    CourtJvm(Path root, Path folder) throws IOException {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.matches("(workshop|wrong|race)\\..*"))
                .forEach(name -> command.add("-D%s=%s".formatted(name, System.getProperty(name))));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Court.class.getName(), root.toString(), folder.toString()));
        this.printed = Files.createTempFile(folder, "printed", ".txt");
        this.process = new ProcessBuilder(command).redirectError(printed.toFile()).start();
        this.cases = new ObjectOutputStream(process.getOutputStream());
        cases.flush();
        this.decisions = new ObjectInputStream(process.getInputStream());
    }

    /**
     * Has a case decided, and waits for it.
     *
     * @throws IOException if the JVM ends before
     */
    Decision decide(Case next) throws IOException, ClassNotFoundException {
        try {
            cases.writeObject(next);
            cases.flush();
            return (Decision) decisions.readObject();
        } catch (IOException e) {
            throw new IOException("The JVM has ended that was to decide %s. It printed:%n%s".formatted(next, Files.readString(printed)), e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
