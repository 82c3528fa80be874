package workshop.lab;

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
record LogLine(String thread, String logger, String message) {
    /** The properties for the JVM of a server whose lines are to be read here. */
    static final String FORMAT_PROPERTIES = """
            handlers=io.helidon.logging.jul.HelidonConsoleHandler
            io.helidon.logging.jul.HelidonConsoleHandler.level=ALL
            io.helidon.logging.jul.HelidonConsoleHandler.formatter=io.helidon.logging.jul.HelidonFormatter
            io.helidon.logging.jul.HelidonConsoleHandler.filter=workshop.plumbing.launch.NormalEventsFilter
            java.util.logging.SimpleFormatter.format=\\u001f!thread!\\u001f%3$s\\u001f%5$s%6$s%n
            .level=WARNING
            workshop.level=INFO
            workshop.plumbing.launch.RequestsInFlight.level=FINE
            io.helidon.webserver.http.ErrorHandlers.level=SEVERE
            io.helidon.webserver.LoomServer.level=OFF
            """;

    private static final char SEPARATOR = '\u001f';
    private static final String HANDLERS = "workshop.plumbing.launch.RequestsInFlight";
    /** As {@link Thread#toString()} has it; what follows may change, as a virtual thread changes its carrier. */
    private static final Pattern THREAD = Pattern.compile("\\w+\\[#(\\d+).*");
    private static final Pattern HANDLER = Pattern.compile("Handler (begins|ends): client port (\\d+)");
    private static final Pattern NEW_FILE = Pattern.compile("new file (.+)");
    private static final Pattern LISTENING = Pattern.compile("Listening on (http://\\S+)");

    static LogLine of(String printed) {
        String[] parts = printed.split(String.valueOf(SEPARATOR), 4);
        return parts.length == 4 && parts[0].isEmpty()
                ? new LogLine(THREAD.matcher(parts[1]).replaceFirst("$1"), parts[2], parts[3])
                : new LogLine("", "", printed);
    }

    /** The port of the client whose request begins to be handled. */
    Optional<Integer> handlerBegins() {
        return handler("begins");
    }

    /** The port of the client whose request is no longer handled. */
    Optional<Integer> handlerEnds() {
        return handler("ends");
    }

    /** Whether a user would not see it, because the lab alone has asked for it. */
    boolean isForTheLabAlone() {
        return logger.equals(HANDLERS) && HANDLER.matcher(message).matches();
    }

    /** The path of the file that a request has made. */
    Optional<String> newFile() {
        return group(NEW_FILE, 1);
    }

    /** The address, if the server accepts connections from now on. */
    Optional<String> listening() {
        return logger.isEmpty() ? group(LISTENING, 1) : Optional.empty();
    }

    /** Whether it says that a client has left. */
    boolean isNotice() {
        return message.startsWith("The client closed the connection prematurely.");
    }

    private Optional<Integer> handler(String what) {
        if (!logger.equals(HANDLERS)) {
            return Optional.empty();
        }
        var matcher = HANDLER.matcher(message);
        return matcher.matches() && matcher.group(1).equals(what)
                ? Optional.of(Integer.valueOf(matcher.group(2)))
                : Optional.empty();
    }

    private Optional<String> group(Pattern pattern, int group) {
        var matcher = pattern.matcher(message);
        return matcher.matches() ? Optional.of(matcher.group(group)) : Optional.empty();
    }
}
