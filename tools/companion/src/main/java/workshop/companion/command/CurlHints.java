package workshop.companion.command;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.helidon.config.Config;
import io.helidon.config.ConfigSources;

/**
 * The commands to try on a server that listens.
 *
 * @param options the options of its JVM, which say where it puts what it makes
 * @param step    the number of the step whose server it is
 * @param windows whether they are for Windows
 */
record CurlHints(List<String> options, int step, boolean windows) {
    private static final int FIRST_THAT_STAGES = 3;
    private static final int FIRST_WITH_HTTP2 = 5;
    private static final int FIRST_WITH_A_STORE = 6;
    private static final String STAGING =
            "  Files are staged under .staging first, and moved here when committed. Files of earlier runs stay.";
    private static final String STORE =
            "  What begins with a dot belongs to an upload under way. It becomes an object when committed. Objects of earlier runs stay.";
    private static final String PROPERTY = "-D";

    /**
     * The lines to show for a server that listens at this address.
     *
     * @param stop what stops it, in a sentence
     */
    List<String> lines(URI address, String stop) {
        String curl = windows ? "curl.exe" : "curl";
        String leaves = "%s -i --max-time 1 %s/a".formatted(curl, address);
        String line = "  %-" + leaves.length() + "s   # %s";
        var lines = new ArrayList<>(List.of("",
                "Try in another terminal:",
                line.formatted("%s -i %s/a".formatted(curl, address), "stays until the answer"),
                line.formatted(leaves, "leaves after one second")));
        if (step >= FIRST_WITH_HTTP2 && !windows) { // the curl of Windows can't speak it
            lines.add("  %s -i --http2-prior-knowledge --max-time 1 %s/a   # the same in HTTP/2".formatted(curl, address));
        }
        addWhatStays(line, lines);
        lines.addAll(List.of(stop, ""));
        return List.copyOf(lines);
    }

    private void addWhatStays(String line, List<String> lines) {
        var settings = settings();
        String directory = settings.get("workshop.directory").asString().orElse("");
        if (step < FIRST_WITH_A_STORE) {
            lines.add(line.formatted(list("", directory), "what stays"));
            if (step >= FIRST_THAT_STAGES) {
                lines.add(STAGING);
            }
        } else if (settings.get("workshop.store").asString().orElse("").equals("embedded")) {
            String bucket = settings.get("workshop.bucket").asString().orElse("");
            lines.add(line.formatted(list("-A ", Path.of(directory, ".store", bucket).toString()), "what stays"));
            lines.add(STORE);
        }
    }

    private String list(String all, String directory) {
        return (windows ? "dir " : "ls " + all) + (directory.contains(" ") ? '"' + directory + '"' : directory);
    }

    /** The settings that the server itself reads, of which some are options of its JVM. */
    private Config settings() {
        Map<String, String> properties = options.stream()
                .filter(option -> option.startsWith(PROPERTY) && option.contains("="))
                .map(option -> option.substring(PROPERTY.length()).split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (first, last) -> last));
        return Config.just(ConfigSources.create(properties),
                           ConfigSources.environmentVariables(),
                           ConfigSources.systemProperties(),
                           ConfigSources.classpath("application.yaml"));
    }
}
