package workshop.site;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import workshop.site.plan.Tree;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The program writes the same in every country:")
class MainTest {
    private static final Path SOUND = Path.of("src/test/resources/sound");

    @TempDir
    private Path out;

    @Test
    @DisplayName("in Turkey, where the small letter of I is another, which the libraries don't expect")
    void turkey() throws IOException {
        assertThat(run("tr", "TR", "build", "--root=" + SOUND, "--out=" + out.resolve("turkey"))).isEmpty();
        try (var builder = new SiteBuilder(Tree.at(SOUND), out.resolve("here"))) {
            builder.build();
        }
        for (String page : List.of("start.html", "step-01.html")) {
            assertThat(out.resolve("turkey/site").resolve(page)).hasSameTextualContentAs(out.resolve("here/site").resolve(page));
        }
    }

    @Test
    @DisplayName("in Egypt, where the digits are others")
    void egypt() throws IOException {
        assertThat(run("ar", "EG", "serve", "--root=" + SOUND, "--out=" + out, "--port=99999"))
                .singleElement().asString().startsWith("course: --port=99999 is out of range");
    }

    /** Runs the program in another JVM like this one; returns what it prints. */
    private static List<String> run(String language, String country, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-Duser.language=" + language, "-Duser.country=" + country, "-cp",
                               System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(arguments));
        try (var printed = new ProcessBuilder(command).redirectErrorStream(true).start().inputReader()) {
            return printed.lines().toList();
        }
    }
}
