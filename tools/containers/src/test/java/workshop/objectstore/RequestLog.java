package workshop.objectstore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the log of one server tells of each of its requests. Each has a connection of its own, and so a thread, whose number is in
 * each line; what other threads tell of it has the name of its object.
 */
final class RequestLog {
    /** What the properties of a server's log have to have, too, for it to be read here. */
    static final String PROPERTIES = """
            io.helidon.logging.jul.HelidonConsoleHandler.level=ALL
            workshop.plumbing.launch.OneLineFormatter.origin=true
            workshop.plumbing.launch.RequestsInFlight.level=FINE
            """;

    private static final Pattern LINE = Pattern.compile("\u001f(\\d+)\u001f[^\u001f]*\u001f(.*)");
    private static final Pattern BEGINS = Pattern.compile("Handler begins: client port (\\d+), .*");

    private final Map<Integer, Entry> byPort = new HashMap<>();

    /**
     * What it tells of one request.
     *
     * @param lines what the request's thread has logged since its handler began
     */
    record Entry(List<String> lines) {
        private static final String NEW = "new file ";

        /** The object that was to be made, if it came to that. */
        Optional<String> key() {
            return lines.stream().filter(line -> line.startsWith(NEW)).map(line -> line.substring(NEW.length())).findFirst();
        }

        /** Whether it says that all is removed, since the client has left or something has failed. */
        boolean isRolledBack() {
            return has("Cleaning up.");
        }

        /** Whether it says that nobody knows what the store has done. */
        boolean isInDoubt() {
            return has("is complete is in doubt");
        }

        /** Whether a line of another thread tells of it, such as that of its commit. */
        boolean isNamedIn(String message) {
            return key().filter(message::contains).isPresent();
        }

        /** Whether its handler had not ended when the server was killed. */
        boolean isCutOff() {
            return !has("Handler ends: ");
        }

        private boolean has(String part) {
            return lines.stream().anyMatch(line -> line.contains(part));
        }
    }

    /** Reads all that a server has printed. */
    RequestLog(List<String> output) {
        var byThread = new HashMap<String, Entry>();
        for (String printed : output) {
            var line = LINE.matcher(printed);
            if (line.matches()) {
                read(line.group(1), line.group(2), byThread);
            }
        }
    }

    private void read(String thread, String message, Map<String, Entry> byThread) {
        var begins = BEGINS.matcher(message);
        if (begins.matches()) {
            var entry = new Entry(new ArrayList<>());
            byThread.put(thread, entry);
            byPort.put(Integer.valueOf(begins.group(1)), entry);
        } else if (byThread.containsKey(thread)) {
            byThread.get(thread).lines().add(message);
        } else {
            byThread.values().stream().filter(entry -> entry.isNamedIn(message)).forEach(entry -> entry.lines().add(message));
        }
    }

    /** The request of the client that had a port; none if its handler was never called. */
    Optional<Entry> of(int port) {
        return Optional.ofNullable(byPort.get(port));
    }
}
