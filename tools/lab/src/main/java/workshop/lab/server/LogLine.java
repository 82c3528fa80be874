package workshop.lab.server;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A line that a server has printed. The lab has it print each log record with its thread and the name of its logger, so
 * that a line can be told to belong to a request.
 *
 * @param thread  the number of the thread; empty for what is not logged
 * @param logger  the name of the logger; empty for what is not logged
 * @param message what a user of the server would read
 */
public record LogLine(String thread, String logger, String message) {
    /** The properties for the JVM of a server whose lines are to be read here. */
    static final String FORMAT_PROPERTIES = """
            handlers=io.helidon.logging.jul.HelidonConsoleHandler
            io.helidon.logging.jul.HelidonConsoleHandler.level=ALL
            io.helidon.logging.jul.HelidonConsoleHandler.formatter=workshop.plumbing.launch.OneLineFormatter
            io.helidon.logging.jul.HelidonConsoleHandler.filter=workshop.plumbing.launch.NormalEventsFilter
            workshop.plumbing.launch.OneLineFormatter.origin=true
            .level=WARNING
            workshop.level=INFO
            workshop.plumbing.launch.RequestsInFlight.level=FINE
            io.helidon.webserver.http.ErrorHandlers.level=SEVERE
            io.helidon.webserver.LoomServer.level=OFF
            """;

    private static final String SEPARATOR = "\u001f";
    private static final String HANDLERS = "workshop.plumbing.launch.RequestsInFlight";
    private static final Pattern HANDLER = Pattern.compile("Handler (begins|ends): client port (\\d+), request (\\d+)");
    private static final String NEW_FILE = "new file ";

    /** Reads a line that a server has printed, logged or not. */
    public static LogLine of(String printed) {
        String[] parts = printed.split(SEPARATOR, 4);
        return parts.length == 4 && parts[0].isEmpty()
                ? new LogLine(parts[1], parts[2], parts[3])
                : new LogLine("", "", printed);
    }

    /** The request that begins to be handled. */
    public Optional<Origin> handlerBegins() {
        return handler("begins");
    }

    /** The request that is no longer handled. */
    public Optional<Origin> handlerEnds() {
        return handler("ends");
    }

    /** Whether a user would not see it, because the lab alone has asked for it. */
    public boolean isForTheLabAlone() {
        return handlerBegins().isPresent() || handlerEnds().isPresent();
    }

    /** The path of the file that a request has made. */
    public Optional<String> newFile() {
        return message.startsWith(NEW_FILE) ? Optional.of(message.substring(NEW_FILE.length())) : Optional.empty();
    }

    /** Whether it says that a client has left. */
    public boolean isNotice() {
        return message.startsWith("The client closed the connection prematurely.");
    }

    private Optional<Origin> handler(String what) {
        var handler = HANDLER.matcher(message);
        return logger.equals(HANDLERS) && handler.matches() && handler.group(1).equals(what)
                ? Optional.of(new Origin(Integer.parseInt(handler.group(2)), Integer.parseInt(handler.group(3))))
                : Optional.empty();
    }
}
