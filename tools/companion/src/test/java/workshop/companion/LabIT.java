package workshop.companion;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("workshop lab")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no SIGTERM")
class LabIT {
    private static final int SIGTERM = 128 + 15;
    private static final String WHERE = "The lab is at ";

    @Test
    @DisplayName("says where the page is, serves it, and ends on SIGTERM with all its servers")
    void startsAndStops() throws IOException, InterruptedException {
        try (var command = CommandProcess.workshop("lab", "--no-open")) {
            var address = URI.create(command.awaitLine(line -> line.startsWith(WHERE)).substring(WHERE.length()));
            new Socket(address.getHost(), address.getPort()).close();
            command.awaitLine(line -> line.contains("Ctrl-C"));

            command.terminate();

            assertThat(command.status()).as("The status of a lab that was stopped by SIGTERM").isEqualTo(SIGTERM);
            assertThat(command.lines()).as("A lab that ends says no more").noneMatch(line -> line.contains("Exception"));
            assertThatThrownBy(() -> new Socket(address.getHost(), address.getPort()).close()).isInstanceOf(ConnectException.class);
        }
    }

    @Test
    @DisplayName("says in one line that its port is taken")
    void portTaken() throws IOException, InterruptedException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("localhost"));
                var command = CommandProcess.workshop("lab", "--no-open", "--port", Integer.toString(taken.getLocalPort()))) {
            assertThat(command.status()).isEqualTo(1);
            assertThat(command.lines()).singleElement().asString()
                    .startsWith("Port %d can't be had".formatted(taken.getLocalPort()));
        }
    }
}
