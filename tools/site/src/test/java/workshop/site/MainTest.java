package workshop.site;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import workshop.testkit.process.JavaCommand;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The program")
class MainTest {
    private static final Path SOUND = Path.of("src/test/resources/sound");

    @TempDir
    private Path out;

    @ParameterizedTest
    @CsvSource({"tr, TR, where the small letter of I is another", "ar, EG, where the digits are others"})
    @DisplayName("writes the same in countries that the libraries don't expect")
    void elsewhere(String language, String country) throws IOException {
        assertThat(run(language, country, "build", "--root=" + SOUND, "--out=" + out.resolve("there"))).isEmpty();
        try (var builder = new SiteBuilder(SOUND, out.resolve("here"))) {
            builder.build();
        }
        for (String page : List.of("start.html", "step-01.html")) {
            assertThat(out.resolve("there/site").resolve(page)).hasSameTextualContentAs(out.resolve("here/site").resolve(page));
        }
    }

    /** Runs the program in another JVM like this one; returns what it prints. */
    private static List<String> run(String language, String country, String... arguments) throws IOException {
        var java = new JavaCommand(ManagementFactory.getRuntimeMXBean().getInputArguments())
                .with(Map.of("user.language", language, "user.country", country))
                .main(Main.class, System.getProperty("java.class.path"), arguments);
        try (var printed = java.redirectErrorStream(true).start().inputReader()) {
            return printed.readAllLines();
        }
    }
}
