package workshop.companion;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("The command ./workshop, in a process of its own,")
class ProcessIT {
    private static final int SIGTERM = 128 + 15;
    private static final String LAB = "The lab is at ";
    private static final String LISTENING = "Listening on ";

    @TempDir
    private Path directory;

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no SIGTERM")
    @DisplayName("as run starts a solution, says what to try at the port it has, and stops it on SIGTERM")
    void run() throws IOException, InterruptedException {
        try (var command = CommandProcess.workshop("run", "1", "--", "-Dserver.port=0", "-Dworkshop.directory=" + directory)) {
            URI address = address(command, LISTENING);
            command.awaitLine(line -> line.contains("curl -i " + address + "/a"));
            command.awaitLine(line -> line.contains("curl -i --max-time 1 " + address + "/a"));
            command.awaitLine(line -> line.contains("ls " + directory));

            assertStops(command, address);
        }
    }

    @Test
    @DisplayName("as run ends with the status of a server that can't start, and with its message")
    void serverThatCannotStart() throws InterruptedException {
        try (var command = CommandProcess.workshop("run", "1", "--", "-Dserver.port=-5")) {
            assertThat(command.status()).isEqualTo(1);
            assertThat(command.lines()).anyMatch(line -> line.startsWith("server.port: '-5'"));
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no SIGTERM")
    @DisplayName("as lab says where the page is, serves it, and ends on SIGTERM with all its servers")
    void lab() throws IOException, InterruptedException {
        try (var command = CommandProcess.workshop("lab", "--no-open")) {
            URI address = address(command, LAB);
            command.awaitLine(line -> line.contains("Ctrl-C"));

            assertStops(command, address);
            assertThat(command.lines()).as("A lab that ends says no more").noneMatch(line -> line.contains("Exception"));
        }
    }

    @Test
    @DisplayName("as lab says in one line that its port is taken")
    void portTaken() throws IOException, InterruptedException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("localhost"));
                var command = CommandProcess.workshop("lab", "--no-open", "--port", Integer.toString(taken.getLocalPort()))) {
            assertThat(command.status()).isEqualTo(1);
            assertThat(command.lines()).singleElement().asString()
                    .startsWith("Port %d can't be had".formatted(taken.getLocalPort()));
        }
    }

    @Test
    @DisplayName("writes its numbers, and so its addresses, in the digits of the course, also in a country with others")
    void digits() throws InterruptedException {
        try (var command = CommandProcess.workshop(List.of("-Duser.language=ar", "-Duser.country=EG"), "hint", "1", "--depth=4")) {
            command.status();
            assertThat(command.lines()).singleElement().asString().startsWith("There is no depth 4: use 1 to 3.");
        }
    }

    private static URI address(CommandProcess command, String before) throws IOException, InterruptedException {
        var address = URI.create(command.awaitLine(line -> line.startsWith(before)).substring(before.length()));
        assertThat(address.getPort()).isPositive();
        new Socket(address.getHost(), address.getPort()).close();
        return address;
    }

    private static void assertStops(CommandProcess command, URI address) throws InterruptedException {
        command.terminate();

        assertThat(command.status()).as("The status of a server that was stopped by SIGTERM").isEqualTo(SIGTERM);
        assertThatThrownBy(() -> new Socket(address.getHost(), address.getPort()).close()).isInstanceOf(ConnectException.class);
    }
}
