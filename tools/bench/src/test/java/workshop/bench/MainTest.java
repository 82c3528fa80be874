package workshop.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import workshop.bench.client.Protocol;
import workshop.bench.contender.Contender;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The benchmark, in one short round,")
@Timeout(120)
@EnabledIfSystemProperty(named = "starters", matches = "untouched", disabledReason = "starts thirty servers; .ci/run does")
class MainTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({"throughput, HTTP_1", "throughput2, HTTP_2"})
    @DisplayName("compares the throughput of every contender")
    void throughput(String metric, Protocol protocol) throws IOException {
        String report = run(metric);

        for (var contender : over(protocol, Contender.ANSWERING)) {
            assertThat(report).contains("| " + contender + " | 1 |", "| " + contender + " | 32 |");
        }
    }

    @Test
    @DisplayName("measures the time to the rollback of every contender, and draws it")
    void rollback() throws IOException {
        String report = run("rollback");
        String plot = Files.readString(directory.resolve("bench.svg"));

        for (var contender : over(Protocol.HTTP_1, Contender.STAGING)) {
            assertThat(report).contains("| " + contender + " | FIN |", "| " + contender + " | RST |");
            assertThat(plot).contains(contender + ", FIN</text>", contender + ", RST</text>");
        }
    }

    @Test
    @DisplayName("measures the rest for those that are chosen")
    void rest() throws IOException {
        assertThat(run("drop", "--contender=step 03")).contains("| step 03 |", "| stock Helidon | never |");
        assertThat(run("notice", "--contender=watched")).contains("| watched | FIN |", "| watched | RST |");
        assertThat(run("memory", "--contender=watched")).contains("| stock Helidon |", "| watched |");
    }

    @Test
    @DisplayName("measures the time to the notice of a reset over HTTP/2: all are told but one")
    void resets() throws IOException {
        String report = run("notice2");

        for (var contender : over(Protocol.HTTP_2, Contender.NOTICING)) {
            if (contender == Contender.UNDERTOW) {
                assertThat(report).contains("| Undertow | RST_STREAM | never |");
            } else {
                assertThat(report).containsPattern("\\| %s \\| RST_STREAM \\| \\d".formatted(contender));
            }
        }
    }

    @Test
    @DisplayName("measures the rest over HTTP/2 for those that are chosen")
    void restOverHttp2() throws IOException {
        assertThat(run("rollback2", "--contender=step 05"))
                .containsPattern("\\| step 05 \\| RST_STREAM \\| 1 \\| \\d").contains("| stock Helidon | RST_STREAM | 1 | never |");
        assertThat(run("memory2", "--contender=watched")).contains("| stock Helidon |", "| watched |");
    }

    @Test
    @DisplayName("measures what stays in a store, and the calls to it: a FIN tells a handler that blocks nothing, and step 06 all")
    void store() throws IOException {
        String[] sections = runWithin(2, "store").split("## ");
        String left = sections[1];
        String calls = sections[2];

        assertThat(left).contains("| stock Helidon | FIN | 1 | never |", "| Tomcat 11 | FIN | 1 | never |")
                .containsPattern("\\| step 06 \\| FIN \\| 1 \\| \\d").containsPattern("\\| step 06 \\| RST \\| 1 \\| \\d")
                .containsPattern("\\| Tomcat 11 \\| RST \\| 1 \\| \\d").containsPattern("\\| Vert.x 5 \\| FIN \\| 1 \\| \\d");
        for (var contender : Contender.STORING) {
            assertThat(calls).containsPattern("\\| %s \\| FIN \\| 1 \\| \\d".formatted(contender));
        }
    }

    @Test
    @DisplayName("measures how long a server takes to start")
    void start() throws IOException {
        assertThat(run("start")).containsPattern("\\| stock Helidon \\| \\d").containsPattern("\\| step 06 \\| \\d");
    }

    private static List<Contender> over(Protocol protocol, List<Contender> contenders) {
        return contenders.stream().filter(each -> each.speaks(protocol)).toList();
    }

    /** The report of one measurement, which does not wait long for what never comes. */
    private String run(String what, String... more) throws IOException {
        return runWithin(0.2, what, more);
    }

    private String runWithin(double cap, String what, String... more) throws IOException {
        var arguments = new ArrayList<>(List.of("--only=" + what, "--forks=1", "--rounds=1", "--seconds=0.05", "--warm-up=0.1",
                                                "--aborts=1", "--in-flight=20", "--cap=" + cap, "--out=" + directory));
        arguments.addAll(List.of(more));
        assertThat(Main.commandLine().execute(arguments.toArray(String[]::new))).as("Exit status").isZero();
        return Files.readString(directory.resolve("bench.md"));
    }
}
