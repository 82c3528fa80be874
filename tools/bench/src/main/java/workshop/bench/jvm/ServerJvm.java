package workshop.bench.jvm;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import workshop.bench.contender.Contender;
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
    private final TemporaryDirectory directory;
    private final Process process;
    private final BufferedReader answers;
    private final PrintStream questions;
    private int port;

    private ServerJvm(Contender contender) throws IOException {
        this.contender = contender;
        this.directory = TemporaryDirectory.create();
        Runtime.getRuntime().addShutdownHook(new Thread(directory::close)); // after Ctrl-C
        this.process = process(contender, directory);
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.questions = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    private static Process process(Contender contender, TemporaryDirectory directory) throws IOException {
        var options = new ArrayList<>(ownOptions());
        options.addAll(FLAGS);
        return new JavaCommand(options).with(Map.of("java.io.tmpdir", directory.path().toString())) // some servers leave things there
                .main(ServerMain.class, System.getProperty("java.class.path"), contender.name(), directory.path().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** The -XX options of this JVM, but for its collector: the tests make theirs start quickly. */
    private static List<String> ownOptions() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("-XX:") && !option.endsWith("GC"))
                .toList();
    }

    /** Starts one, and waits until it listens. */
    public static ServerJvm start(Contender contender) throws IOException {
        return startAll(List.of(contender)).getFirst();
    }

    /** Starts several at once, and waits until all listen. */
    public static List<ServerJvm> startAll(List<Contender> contenders) throws IOException {
        var servers = new ArrayList<ServerJvm>();
        for (var contender : contenders) {
            servers.add(new ServerJvm(contender));
        }
        for (var server : servers) {
            server.port = Integer.parseInt(server.answer("listen"));
        }
        return servers;
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
        questions.println(question);
        return Long.parseLong(answer(question.name()));
    }

    private String answer(String question) throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("The JVM of " + contender + " has ended instead of answering: " + question);
        }
        return line;
    }

    /** Ends the JVM. */
    @Override
    public void close() {
        questions.close();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        directory.close();
    }
}
