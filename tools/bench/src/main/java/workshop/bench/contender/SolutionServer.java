package workshop.bench.contender;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;

import workshop.bench.workload.Endpoints;
import workshop.bench.workload.ServerSetup;
import workshop.bench.workload.Workload;

/**
 * The server of a step's solution, as it is: started through its own {@code main}, with settings for the benchmark. Its log,
 * a line or two for each request, is off.
 */
final class SolutionServer {
    private static final Pattern LISTENING = Pattern.compile("Listening on http://.*:(\\d+)");
    private static final Logger LOG = Logger.getLogger("workshop");

    private SolutionServer() {
    }

    static int start(Consumer<String[]> main, ServerSetup setup) {
        System.setProperty("server.host", Endpoints.LOOPBACK);
        System.setProperty("server.port", "0");
        System.setProperty("workshop.directory", setup.directory().toString());
        System.setProperty("workshop.work-time", Workload.TIME.toString());
        System.setProperty("workshop.deadline", Workload.TIME.multipliedBy(2).toString());

        var printed = new ByteArrayOutputStream();
        var before = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        main.accept(new String[0]);
        System.setOut(before);
        LOG.setLevel(Level.WARNING);

        var listening = LISTENING.matcher(printed.toString(StandardCharsets.UTF_8));
        if (!listening.find()) {
            throw new IllegalStateException("The solution does not say where it listens: " + printed);
        }
        return Integer.parseInt(listening.group(1));
    }
}
