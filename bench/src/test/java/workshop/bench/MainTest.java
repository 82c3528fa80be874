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
    @Timeout(60)
    @DisplayName("One short round of everything runs to the end, and every contender is in the report")
    void runs(@TempDir Path directory) throws IOException {
        Path out = directory.resolve("report.md");

        int status = new CommandLine(new Main()).execute(
                "--forks=1", "--rounds=1", "--seconds=0.05", "--warm-up=0.1", "--aborts=2", "--in-flight=20", "--out=" + out);

        assertThat(status).as("Exit status").isZero();
        String report = Files.readString(out);
        for (var contender : Contenders.ALL) {
            assertThat(report).as("The report").contains("| " + contender.name() + " | 32 |");
        }
        assertThat(report).as("The report").contains("| watched | FIN |", "| watched | RST |", "≤ 0: met");
    }
}
