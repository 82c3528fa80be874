package workshop.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The benchmark")
class MainTest {
    @Test
    @Timeout(120)
    @DisplayName("One short round of everything runs to the end, and every contender is in the report")
    void runs(@TempDir Path directory) throws IOException {
        int status = new CommandLine(new Main()).execute(
                "--forks=1", "--rounds=1", "--seconds=0.05", "--warm-up=0.1", "--aborts=1", "--in-flight=20", "--cap=0.2",
                "--out=" + directory);

        assertThat(status).as("Exit status").isZero();
        String report = Files.readString(directory.resolve("bench.md"));
        String plot = Files.readString(directory.resolve("bench.svg"));
        for (var contender : Contenders.ANSWERING) {
            assertThat(report).as("The throughput").contains("| " + contender.name() + " | 32 |");
            assertThat(section(report, "Live heap")).as("The heap").contains("| " + contender.name() + " |");
        }
        for (var contender : Contenders.STAGING) {
            assertThat(section(report, "Time from the client's close to the end of the rollback")).as("The rollbacks")
                    .contains("| " + contender.name() + " | FIN |", "| " + contender.name() + " | RST |");
            assertThat(section(report, "20 in flight dropped at once")).as("The drop").contains("| " + contender.name() + " |");
            assertThat(plot).as("The plot").contains(contender.name() + ", FIN</text>", contender.name() + ", RST</text>");
        }
        assertThat(report).as("The notices").contains("| watched | FIN |", "| watched | RST |", "≤ 0: met");
    }

    private static String section(String report, String title) {
        int start = report.indexOf("## " + title);
        assertThat(start).as("The section '%s'", title).isNotNegative();
        int end = report.indexOf("\n## ", start);
        return report.substring(start, end < 0 ? report.length() : end);
    }
}
