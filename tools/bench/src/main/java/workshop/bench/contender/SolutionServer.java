package workshop.bench.contender;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

import workshop.bench.workload.Endpoints;
import workshop.bench.workload.Workload;
import workshop.testkit.process.ServerProcess;

/**
 * The server of a step's solution, as it is: started through its own {@code main}, with settings for the benchmark. Its log,
 * a line or two for each request, is off.
 */
final class SolutionServer {
    private static final Logger LOG = Logger.getLogger("workshop");

    private SolutionServer() {
    }

    static int start(Consumer<String[]> main, Path directory, Duration workTime) {
        Map.of("server.host", Endpoints.LOOPBACK,
               "server.port", "0",
               "workshop.directory", directory.toString(),
               "workshop.work-time", workTime.toString(),
               "workshop.deadline", Workload.TIME.multipliedBy(2).toString()).forEach(System::setProperty);

        var printed = new ByteArrayOutputStream();
        var before = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        main.accept(new String[0]);
        System.setOut(before);
        LOG.setLevel(Level.WARNING);

        return printed.toString(StandardCharsets.UTF_8).lines().flatMap(line -> ServerProcess.address(line).stream())
                .mapToInt(URI::getPort).findFirst()
                .orElseThrow(() -> new IllegalStateException("The solution does not say where it listens: " + printed));
    }
}
