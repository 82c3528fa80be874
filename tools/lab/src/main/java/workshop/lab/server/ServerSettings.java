package workshop.lab.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import workshop.testkit.process.JavaCommand;

/**
 * What the servers of the lab are started with.
 *
 * @param work     how long the expensive work takes
 * @param deadline how long it may take, from step 04 on
 */
public record ServerSettings(Duration work, Duration deadline) {
    /** What the servers have by themselves. */
    public static final ServerSettings DEFAULT = new ServerSettings(Duration.ofSeconds(4), Duration.ofSeconds(30));

    private static final String PARTS = "4";

    /**
     * Says what starts a server, so that its lines can be read as {@link LogLine}s: the properties of its log are written
     * beside the directory for its files. It takes any free port, and its standard error is part of its standard output.
     *
     * @throws IOException if the properties can't be written
     */
    public ProcessBuilder command(Path jar, Path directory) throws IOException {
        var logging = Files.writeString(directory.resolveSibling(directory.getFileName() + "-logging.properties"),
                                        LogLine.FORMAT_PROPERTIES);
        return new JavaCommand(JavaCommand.QUICK_START)
                .with(Map.of("stderr.encoding", "UTF-8",
                             "java.util.logging.config.file", logging.toString(),
                             "server.host", "localhost",
                             "server.port", "0",
                             "workshop.directory", directory.toString(),
                             "workshop.work-time", work.toString(),
                             "workshop.deadline", deadline.toString(),
                             "workshop.parts", PARTS))
                .jar(jar)
                .redirectErrorStream(true);
    }
}
