package workshop.lab.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import workshop.testkit.process.JavaCommand;

/**
 * What starts the server of a step, so that its lines can be read as {@link LogLine}s.
 */
public final class ServerCommand {
    private static final String PARTS = "4";

    private ServerCommand() {
    }

    /**
     * Writes the properties of its log, beside the directory, and says what starts the server. It takes any free port.
     *
     * @param jar       the server
     * @param directory where its files go
     * @param settings  what else it is started with
     * @return what starts it; standard error is part of standard output
     * @throws IOException if the properties can't be written
     */
    public static ProcessBuilder of(Path jar, Path directory, ServerSettings settings) throws IOException {
        var logging = Files.writeString(directory.resolveSibling(directory.getFileName() + "-logging.properties"),
                                        LogLine.FORMAT_PROPERTIES);
        return new JavaCommand(JavaCommand.QUICK_START)
                .with(Map.of("stderr.encoding", "UTF-8",
                             "java.util.logging.config.file", logging.toString(),
                             "server.host", "localhost",
                             "server.port", "0",
                             "workshop.directory", directory.toString(),
                             "workshop.work-time", settings.work().toString(),
                             "workshop.deadline", settings.deadline().toString(),
                             "workshop.parts", PARTS))
                .jar(jar)
                .redirectErrorStream(true);
    }
}
