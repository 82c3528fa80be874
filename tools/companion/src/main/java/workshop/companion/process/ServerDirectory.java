package workshop.companion.process;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.helidon.config.Config;
import io.helidon.config.ConfigSources;

/**
 * Where a server puts its files, by the same settings as the server itself reads.
 */
final class ServerDirectory {
    private static final String PROPERTY = "-D";

    private ServerDirectory() {
    }

    /**
     * @param options the options of the server's JVM
     * @return the directory, as configured
     */
    static String of(List<String> options) {
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
