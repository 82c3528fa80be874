package workshop.plumbing.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@DisplayName("A server that can't start says so in one line, and leaves nothing behind:")
class LauncherTest {
    @TempDir
    private Path temporary;

    @ParameterizedTest(name = "{0}={1}")
    @DisplayName("a bad value, with the key, the value and the remedy")
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "server.port | eighty | is not a whole number from 0 to 65535",
            "server.port | 65536 | is not a whole number from 0 to 65535",
            "server.port | -1 | is not a whole number from 0 to 65535",
            "server.host | no.such.host.invalid | is not a known host",
            "server.host | 192.0.2.1 | is not an address of this machine",
            "server.shutdown-grace-period | soon | is not a time in ISO-8601 form: use for example PT4S",
            "server.shutdown-grace-period | PT-1S | is too short",
            "server.backlog | many | is refused by Helidon",
            "workshop.work-time | 4 | is not a time in ISO-8601 form: use for example PT4S",
            "workshop.work-time | PT-1S | is too short: use PT0S or more",
            "workshop.work-time | PT9999999H | is too long",
            "workshop.work-time | \"\" | is empty: give it a value",
            "workshop.directory | \"\" | is empty: give it a value"})
    void badValue(String key, String value, String remedy) {
        assertRefused(Map.of(key, value), key, value, remedy);
    }

    @Test
    @DisplayName("a directory that can't be written to")
    void directoryNotWritable() throws IOException {
        Path file = Files.createFile(temporary.resolve("file"));
        for (Path directory : new Path[] {file, file.resolve("below/it")}) {
            assertRefused(Map.of("workshop.directory", directory.toString()), "workshop.directory", directory.toString(),
                          "name a directory");
        }
        assertThat(file).as("The file that is in the way").isRegularFile();
    }

    @Test
    @DisplayName("a port that is in use")
    void portInUse() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
            String port = Integer.toString(taken.getLocalPort());
            assertRefused(Map.of("server.port", port), "server.port", port, "stop what uses it, or use another port");
        }
    }

    @Test
    @DisplayName("a setting of Helidon's that can't be used, without its secrets")
    void helidonsSettings() {
        String keys = "server.tls.private-key.keystore.";
        String absent = temporary.resolve("absent.p12").toString();
        String said = assertRefused(Map.of(keys + "resource.path", absent, keys + "passphrase", "open sesame"),
                                    "server", "absent.p12", "is refused by Helidon");
        assertThat(said).doesNotContain("open sesame");
    }

    /** What is said. */
    private String assertRefused(Map<String, String> settings, String key, String value, String remedy) {
        var all = new HashMap<>(Map.of("server.port", "0", "workshop.directory", temporary.resolve("parent/new").toString()));
        all.putAll(settings);
        StartFailure failure = catchThrowableOfType(StartFailure.class, () -> {
            var checked = Settings.of(all);
            Launcher.start((_, _, _) -> { }, checked, Work.lasting(checked.workTime())).stop();
        });
        assertThat(failure).as("What a server says that can't start with %s", settings).isNotNull();
        assertThat(failure.getMessage()).contains(key, value, remedy).doesNotContain("\n");
        assertThat(temporary.resolve("parent")).as("A directory that was not there before").doesNotExist();
        return failure.getMessage();
    }
}
