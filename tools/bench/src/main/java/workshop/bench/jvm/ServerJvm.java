package workshop.bench.jvm;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import workshop.bench.client.Protocol;
import workshop.bench.contender.Contender;
import workshop.bench.workload.PendingRequests;
import workshop.testkit.process.JavaCommand;
import workshop.testkit.server.TemporaryDirectory;

/**
 * A contender's own JVM, as the measurements see it. All have the same flags. What they are asked goes over their standard
 * input and output: a connection for management would take its share of what is measured.
 */
public final class ServerJvm implements AutoCloseable {
    /**
     * The collector that the JVM takes by itself on any machine with two processors: one that stops everything to copy the stacks
     * of 25,000 parked virtual threads takes longer for that than what is measured. A fixed heap: none is resized while it runs.
     */
    public static final List<String> FLAGS = List.of("-XX:+UseG1GC", "-Xms1g", "-Xmx1g");

    private final Contender contender;
    private final TemporaryDirectory directory = TemporaryDirectory.create();
    private final Process process;
    private final DataInputStream answers;
    private final ObjectOutputStream questions;
    private int port;

    /** What is asked of the JVM, as an object: it is answered there, where it is given the server's port, and what waits. */
    @FunctionalInterface
    public interface Question extends Serializable {
        long answer(int port, PendingRequests pending) throws IOException, InterruptedException;
    }

    private ServerJvm(Contender contender, Protocol protocol, Map<String, String> settings) throws IOException {
        this.contender = contender;
        Runtime.getRuntime().addShutdownHook(new Thread(directory::close)); // after Ctrl-C
        this.process = new JavaCommand(options())
                .with(Map.of("java.io.tmpdir", directory.path().toString())) // some servers leave things there
                .with(settings)
                .main(ServerMain.class, System.getProperty("java.class.path"), contender.name(), protocol.name(),
                      directory.path().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        this.answers = new DataInputStream(process.getInputStream());
        this.questions = new ObjectOutputStream(process.getOutputStream());
    }

    /** The flags, and the -XX options of this JVM, but for its collector: the tests make theirs start quickly. */
    private static List<String> options() {
        var options = new ArrayList<>(ManagementFactory.getRuntimeMXBean().getInputArguments());
        options.removeIf(option -> !option.startsWith("-XX:") || option.endsWith("GC"));
        options.addAll(FLAGS);
        return options;
    }

    /** Starts one, and waits until it listens. */
    public static ServerJvm start(Contender contender, Protocol protocol) throws IOException {
        return start(contender, protocol, Map.of());
    }

    /** The same with settings, as system properties. */
    public static ServerJvm start(Contender contender, Protocol protocol, Map<String, String> settings) throws IOException {
        return new ServerJvm(contender, protocol, settings).listening();
    }

    /** Starts several at once, and waits until all listen. */
    public static List<ServerJvm> startAll(List<Contender> contenders, Protocol protocol) throws IOException {
        var servers = new ArrayList<ServerJvm>();
        for (var contender : contenders) {
            servers.add(new ServerJvm(contender, protocol, Map.of()));
        }
        for (var server : servers) {
            server.listening();
        }
        return servers;
    }

    private ServerJvm listening() throws IOException {
        port = (int) ask((own, pending) -> own);
        return this;
    }

    /** Who serves in it. */
    public Contender contender() {
        return contender;
    }

    /** Where it listens. */
    public int port() {
        return port;
    }

    /** Where its files go; it is removed with the JVM. */
    public Path directory() {
        return directory.path();
    }

    /** Asks something, and waits for the answer. */
    public long ask(Question question) throws IOException {
        try {
            questions.writeObject(question);
            questions.flush();
            return answers.readLong();
        } catch (IOException e) {
            throw new IOException("The JVM of " + contender + " has ended instead of answering", e);
        }
    }

    /** Ends the JVM. */
    @Override
    public void close() {
        try {
            questions.close();
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException | InterruptedException e) {
            process.destroyForcibly();
        }
        directory.close();
    }
}
