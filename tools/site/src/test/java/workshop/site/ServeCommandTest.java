package workshop.site;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("serve")
class ServeCommandTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {-1, 65_536, 99_999})
    @DisplayName("answers a port that there is not with one line and status 2")
    void port(int port) {
        var said = new StringWriter();
        int status = new CommandLine(new ServeCommand()).setErr(new PrintWriter(said))
                .execute("--root=" + folder, "--out=" + folder, "--port=" + port);

        assertThat(said.toString().lines())
                .containsExactly("course: --port=%d is out of range: use 1 to 65535, or 0 for any that is free.".formatted(port));
        assertThat(status).isEqualTo(2);
    }
}
