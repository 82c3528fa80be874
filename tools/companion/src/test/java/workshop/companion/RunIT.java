package workshop.companion;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("workshop run")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no SIGTERM")
class RunIT {
    private static final int SIGTERM = 128 + 15;

    @TempDir
    private Path directory;

    @Test
    @DisplayName("starts a solution, says what to try at the port it has, and stops it on SIGTERM")
    void startsAndStops() throws IOException, InterruptedException {
        try (var command = CommandProcess.workshop("run", "1", "--", "-Dserver.port=0", "-Dworkshop.directory=" + directory)) {
            String listening = command.awaitLine(line -> line.startsWith("Listening on "));
            var address = URI.create(listening.substring("Listening on ".length()));
            assertThat(address.getPort()).isPositive();
            command.awaitLine(line -> line.contains("curl -i " + address + "/a"));
            command.awaitLine(line -> line.contains("curl -i --max-time 1 " + address + "/a"));
            command.awaitLine(line -> line.contains("ls " + directory));
            new Socket(address.getHost(), address.getPort()).close();

            command.terminate();

            assertThat(command.status()).as("The status of a server that was stopped by SIGTERM").isEqualTo(SIGTERM);
            assertThatThrownBy(() -> new Socket(address.getHost(), address.getPort())).isInstanceOf(ConnectException.class);
        }
    }

    @Test
    @DisplayName("ends with the status of a server that can't start, and with its message")
    void serverThatCannotStart() throws InterruptedException {
        try (var command = CommandProcess.workshop("run", "1", "--", "-Dserver.port=-5")) {
            assertThat(command.status()).isEqualTo(1);
            assertThat(command.lines()).anyMatch(line -> line.startsWith("server.port: '-5'"));
        }
    }
}
