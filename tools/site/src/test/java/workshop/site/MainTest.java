package workshop.site;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import picocli.CommandLine;

import workshop.testkit.process.JavaCommand;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The program")
class MainTest {
    private static final Path SOUND = Path.of("src/test/resources/sound");

    @TempDir
    private Path out;

    @Test
    @DisplayName("writes the same in Turkey, where the small letter of I is another, which the libraries don't expect")
    void turkey() throws IOException {
        assertThat(run("tr", "TR", "build", "--root=" + SOUND, "--out=" + out.resolve("turkey"))).isEmpty();
        try (var builder = new SiteBuilder(SOUND, out.resolve("here"))) {
            builder.build();
        }
        for (String page : List.of("start.html", "step-01.html")) {
            assertThat(out.resolve("turkey/site").resolve(page)).hasSameTextualContentAs(out.resolve("here/site").resolve(page));
        }
    }

    @Test
    @DisplayName("writes the same in Egypt, where the digits are others")
    void egypt() throws IOException {
        assertThat(run("ar", "EG", "serve", "--root=" + SOUND, "--out=" + out, "--port=99999"))
                .singleElement().asString().startsWith("course: --port=99999 is out of range");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 65_536, 99_999})
    @DisplayName("answers a port that there is not with one line and status 2")
    void port(int port) {
        var said = new StringWriter();
        int status = new CommandLine(new Main()).setErr(new PrintWriter(said))
                .execute("serve", "--root=" + out, "--out=" + out, "--port=" + port);

        assertThat(said.toString().lines())
                .containsExactly("course: --port=%d is out of range: use 1 to 65535, or 0 for any that is free.".formatted(port));
        assertThat(status).isEqualTo(2);
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
