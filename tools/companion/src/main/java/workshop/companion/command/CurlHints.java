package workshop.companion.command;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.helidon.config.Config;
import io.helidon.config.ConfigSources;

/**
 * The commands to try on a server that listens.
 *
 * @param directory where the server puts its files
 * @param step      the number of the step whose server it is
 * @param windows   whether they are for Windows
 */
record CurlHints(String directory, int step, boolean windows) {
    private static final int FIRST_THAT_STAGES = 3;
    private static final int FIRST_WITH_HTTP2 = 5;
    private static final String STAGING =
            "  Files are staged under .staging first, and moved here when committed. Files of earlier runs stay.";
    private static final String PROPERTY = "-D";

    /**
     * The lines to show for a server that listens at this address.
     *
     * @param stop what stops it, in a sentence
     */
    List<String> lines(URI address, String stop) {
        String curl = windows ? "curl.exe" : "curl";
        String quoted = directory.contains(" ") ? '"' + directory + '"' : directory;
        String leaves = "%s -i --max-time 1 %s/a".formatted(curl, address);
        String line = "  %-" + leaves.length() + "s   # %s";
        var lines = new ArrayList<>(List.of("",
                "Try in another terminal:",
                line.formatted("%s -i %s/a".formatted(curl, address), "stays until the answer"),
                line.formatted(leaves, "leaves after one second")));
        if (step >= FIRST_WITH_HTTP2 && !windows) { // the curl of Windows can't speak it
            lines.add("  %s -i --http2-prior-knowledge --max-time 1 %s/a   # the same in HTTP/2".formatted(curl, address));
        }
        lines.add(line.formatted("%s %s".formatted(windows ? "dir" : "ls", quoted), "what stays"));
        if (step >= FIRST_THAT_STAGES) {
            lines.add(STAGING);
        }
        lines.addAll(List.of(stop, ""));
        return List.copyOf(lines);
    }

    /** Where a server puts its files, by the same settings as the server itself reads, of which some are options of its JVM. */
    static String directory(List<String> options) {
        Map<String, String> properties = options.stream()
                .filter(option -> option.startsWith(PROPERTY) && option.contains("="))
                .map(option -> option.substring(PROPERTY.length()).split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (first, last) -> last));
        return Config.just(ConfigSources.create(properties),
                           ConfigSources.environmentVariables(),
                           ConfigSources.systemProperties(),
                           ConfigSources.classpath("application.yaml"))
                .get("workshop.directory").asString().orElse("");
    }
}
