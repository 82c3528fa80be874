package workshop.plumbing.launch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.regex.Pattern;

import io.helidon.config.Config;
import io.helidon.config.ConfigSources;

/**
 * The settings of a server. {@code application.yaml} has the defaults; environment variables override them, and
 * system properties override those.
 * <p>
 * Each method checks the value it returns, and throws a {@link StartFailure} that names the key, the value and the
 * remedy.
 */
public final class Settings {
    /** More than anybody means, and far from what does not fit a number of nanoseconds. */
    private static final Duration MAX = Duration.ofDays(1000);
    private static final Pattern SECRET = Pattern.compile("(?i)pass|secret|credential|token");

    private final Config config;

    private Settings(Config config) {
        this.config = config;
    }

    /** The settings of this process: system properties, the environment and {@code application.yaml}. */
    public static Settings ofProcess() {
        return new Settings(Config.just(ConfigSources.systemProperties(),
                                        ConfigSources.environmentVariables(),
                                        ConfigSources.classpath("application.yaml")));
    }

    /** The default settings with some of them replaced, for a server inside a test. */
    public static Settings of(Map<String, String> replaced) {
        return new Settings(Config.just(ConfigSources.create(replaced),
                                        ConfigSources.systemProperties(),
                                        ConfigSources.classpath("application.yaml")));
    }

    /** {@code server.host}, as configured. */
    public String host() {
        String host = text("server.host");
        try {
            InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new StartFailure("server.host", host, "is not a known host: use localhost or an address of this machine");
        }
        return host;
    }

    /** {@code server.port}; 0 stands for any free port. */
    public int port() {
        return wholeNumber("server.port", 0, 65_535);
    }

    /** {@code server.shutdown-grace-period}: how long a stop waits for the requests in flight. */
    public Duration shutdownGracePeriod() {
        return duration("server.shutdown-grace-period", Duration.ZERO);
    }

    /** {@code workshop.directory}, absolute: where the files go. */
    public Path directory() {
        String directory = text("workshop.directory");
        try {
            return Path.of(directory).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new StartFailure("workshop.directory", directory, "is not a path: name a directory to write to");
        }
    }

    /** Whether nobody has named the directory, so that it is the one under the JVM's temporary directory. */
    boolean directoryIsDefault() {
        return directory().equals(Path.of(System.getProperty("java.io.tmpdir"), "workshop").toAbsolutePath().normalize());
    }

    /** {@code workshop.work-time}: how long the expensive work takes. */
    public Duration workTime() {
        return duration("workshop.work-time", Duration.ZERO);
    }

    /** A setting that is a whole number, from the smallest to the largest value allowed. */
    public int wholeNumber(String key, int min, int max) {
        String value = text(key);
        try {
            int number = Integer.parseInt(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // falls through to the failure, which says more
        }
        throw new StartFailure(key, value, "is not a whole number from %d to %d: use one".formatted(min, max));
    }

    /** A setting that is a span of time, in the form of ISO-8601, from the shortest one allowed to 1000 days. */
    public Duration duration(String key, Duration min) {
        String value = text(key);
        try {
            var duration = Duration.parse(value);
            if (duration.compareTo(min) < 0) {
                throw new StartFailure(key, value, "is too short: use %s or more".formatted(min));
            }
            if (duration.compareTo(MAX) > 0) {
                throw new StartFailure(key, value, "is too long: use %s or less".formatted(MAX));
            }
            return duration;
        } catch (DateTimeParseException e) {
            throw new StartFailure(key, value, "is not a time in ISO-8601 form: use for example PT4S or PT0.5S");
        }
    }

    /** The settings under {@code server}, for Helidon. */
    Config server() {
        return config.get("server");
    }

    /** A text that a message shows, with none of Helidon's settings that open a key store or name a password. */
    String withoutSecrets(String text) {
        String shown = text;
        for (var setting : server().asMap().orElseGet(Map::of).entrySet()) {
            if (SECRET.matcher(setting.getKey()).find() && !setting.getValue().isEmpty()) {
                shown = shown.replace(setting.getValue(), "…");
            }
        }
        return shown;
    }

    /** A setting that is a text, and not empty. */
    public String text(String key) {
        String text = config.get(key).asString().orElse("").strip();
        if (text.isEmpty()) {
            throw new StartFailure(key, text, "is empty: give it a value, or leave it out to have the default");
        }
        return text;
    }
}
