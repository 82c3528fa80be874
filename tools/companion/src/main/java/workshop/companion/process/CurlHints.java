package workshop.companion.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The commands to try on a server that listens.
 *
 * @param directory where the server puts its files
 * @param staged    whether the server stages its files before it commits them
 * @param windows   whether they are for Windows
 */
record CurlHints(String directory, boolean staged, boolean windows) {
    private static final String STAGING =
            "Files are staged under .staging first, and moved here when committed. Files of earlier runs stay.";
    private static final Pattern LISTENING = Pattern.compile("Listening on (http://\\S+)");

    /** The address in a line that the server has printed, if it says that the server listens from now on. */
    static Optional<String> address(String line) {
        var matcher = LISTENING.matcher(line);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /**
     * The lines to show for a server that listens at this address.
     *
     * @param stop what stops it, in a sentence
     */
    List<String> lines(String address, String stop) {
        String curl = windows ? "curl.exe" : "curl";
        String quoted = directory.contains(" ") ? '"' + directory + '"' : directory;
        String leaves = "%s -i --max-time 1 %s/a".formatted(curl, address);
        String line = "  %-" + leaves.length() + "s   # %s";
        var lines = new ArrayList<>(List.of("",
                "Try in another terminal:",
                line.formatted("%s -i %s/a".formatted(curl, address), "stays until the answer"),
                line.formatted(leaves, "leaves after one second"),
                line.formatted("%s %s".formatted(windows ? "dir" : "ls", quoted), "what stays")));
        if (staged) {
            lines.add("  " + STAGING);
        }
        lines.addAll(List.of(stop, ""));
        return List.copyOf(lines);
    }
}
