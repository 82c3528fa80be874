package workshop.lab;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import workshop.lab.server.ServerSettings;
import workshop.lab.side.Clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("The lab")
class LabIT extends LabTest {
    private static final Pattern SERVER = Pattern.compile("\"directory\":\"([^\"]+)\".*\"process\":(\\d+)");

    @BeforeAll
    static void quicken() {
        lab.set(new ServerSettings(Duration.ofSeconds(2), Duration.ofSeconds(30)));
        page.await("\"work\":2000");
    }

    @Test
    @DisplayName("tells of a client that hangs up, what the log, the directory and the client's socket show")
    void hangUp() throws IOException, InterruptedException {
        choose(3);

        hangUp("rst");
        page.await("\"way\":\"RST\".*\"ended\":\\d+.*\"removed\":\\d+.*left/request/1/");
        page.await("\"text\":\"new file [^\"]*\\.staging/[^\"]*\",\"request\":1");
        page.await("\"text\":\"The client closed the connection prematurely. Cleaning up.\",\"request\":1");
        page.await("\"left\":1,\"garbage\":0,.*left/sums");
    }

    @Test
    @DisplayName("tells of a client that gives up and stays connected, that its answer has arrived, and of no notice")
    void giveUp() throws IOException, InterruptedException {
        choose(4);

        assertThat(page.command("{\"command\":\"give-up\",\"side\":\"left\"}").statusCode()).isEqualTo(204);
        page.await("\"garbage\":true,.*\"status\":201,.*\"left\":-1,.*\"given_up\":\\d+,\"answered\":\\d+,\"cut\":-1,\"noticed\":-1,"
                           + ".*\"committed\":\\d+,\"removed\":-1.*left/request/1/");
        page.await("\"answered\":0,\"left\":0,\"garbage\":1,.*left/sums");
    }

    @Test
    @DisplayName("tells of one of three streams that is reset: the others have their answers")
    void oneStream() throws IOException, InterruptedException {
        choose(5);
        sendThree();

        hangUp("rst_stream");
        page.await("\"way\":\"RST_STREAM\".*\"ended\":\\d+.*\"noticed\":\\d+.*\"removed\":\\d+.*left/request/3/");
        page.await("\"sent\":3,\"answered\":2,\"left\":1,\"garbage\":0,.*left/sums");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fin", "rst"})
    @DisplayName("tells of a connection that ends that all of its streams are left, and who comes next has another one")
    void allStreams(String way) throws IOException, InterruptedException {
        choose(5);
        sendThree();

        hangUp(way);
        for (int request = 1; request <= 3; request++) {
            page.await("\"way\":\"%S\".*\"noticed\":\\d+.*\"removed\":\\d+.*left/request/%d/".formatted(way, request));
        }
        send();
        page.await("\"sent\":4,\"answered\":1,\"left\":3,\"garbage\":0,.*left/sums");
    }

    @Test
    @DisplayName("tells of a connection that falls silent that all of its streams do, and who comes next has another one")
    void silentStreams() throws IOException, InterruptedException {
        choose(5);
        sendThree();

        assertThat(page.command("{\"command\":\"vanish\",\"side\":\"left\"}").statusCode()).isEqualTo(204);
        for (int request = 1; request <= 3; request++) {
            page.await("\"silent\":\\d+.*left/request/%d/".formatted(request));
        }
        send();
        hangUp("fin");
        page.await("\"sent\":4,\"answered\":0,\"left\":1,\"garbage\":3,.*left/sums");
    }

    @Test
    @DisplayName("leaves a server that has no streams by closing the connection")
    void noStreams() throws IOException, InterruptedException {
        choose(4);

        hangUp("rst_stream");
        page.await("\"way\":\"FIN\".*\"removed\":\\d+.*left/request/1/");
    }

    @Test
    @DisplayName("takes a hundred requests in, and no more than 64 clients at a time")
    void bounded() throws IOException, InterruptedException {
        choose(1);
        for (int i = 0; i < Clients.MOST; i++) {
            assertThat(send()).as("Request " + i).isEqualTo(204);
        }
        page.await("\"sent\":64,.*left/sums");
        page.await("\"sent\":64,\"answered\":64,.*left/sums");
        for (int i = 0; i < Clients.MOST; i++) {
            send();
        }
        page.await("\"answered\":128,.*left/sums");
        page.await("\"gone\":\"left/request/28/\"");
    }

    @Test
    @DisplayName("says with its last lines that a server did not start, and why one can't be built")
    void failures() {
        lab.choose("left", 1, true);
        page.await("\"state\":\"failed\",\"message\":\"[^\"]*did not start \\(exit status 1\\). Its last lines:[^\"]*absent.jar");
        lab.choose("left", 2, true);
        page.await("\"state\":\"failed\",\"message\":\"Step 02 does not build:[^\"]*expected");
    }

    @Test
    @DisplayName("says with its exit status that a server has died")
    void death() {
        var server = SERVER.matcher(choose(2));
        assertThat(server.find()).isTrue();
        process(server.group(2)).destroyForcibly();

        page.await("\"state\":\"failed\",\"message\":\"[^\"]*has ended by itself \\(exit status .*left/server");
    }

    @Test
    @DisplayName("leaves no process and no file when it ends")
    void ends() throws IOException, InterruptedException {
        try (var other = Solutions.lab()) {
            var server = SERVER.matcher(new LabPage(other).await("\"state\":\"running\".*left/server"));
            assertThat(server.find()).isTrue();
            var process = process(server.group(2));
            other.side("left").clients().send();
            URI address = other.address();
            other.close();

            assertThat(process.isAlive()).as("The server runs on").isFalse();
            assertThat(Path.of(server.group(1)).getParent()).doesNotExist();
            assertThatThrownBy(() -> new Socket(address.getHost(), address.getPort()).close())
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    @DisplayName("says in a sentence that its port is taken")
    void portTaken() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
            assertThatThrownBy(() -> Solutions.lab(taken.getLocalPort()))
                    .isInstanceOf(IOException.class)
                    .hasMessageMatching("Port \\d+ can't be had \\(.*\\): stop what uses it, or use another port, or 0 for any\\.");
        }
    }

    /** Puts a solution on the left, and waits until it runs. */
    private static String choose(int step) {
        page.forget();
        lab.choose("left", step, false);
        return page.await("\"state\":\"running\".*\"step\":%d.*left/server".formatted(step));
    }

    private static int send() throws IOException, InterruptedException {
        return page.command("{\"command\":\"send\",\"side\":\"left\"}").statusCode();
    }

    /** Three requests are under way. */
    private static void sendThree() throws IOException, InterruptedException {
        for (int request = 1; request <= 3; request++) {
            send();
            page.await("\"written\":\\d+.*left/request/%d/".formatted(request));
        }
    }

    private static void hangUp(String way) throws IOException, InterruptedException {
        var command = "{\"command\":\"hang-up\",\"side\":\"left\",\"way\":\"%s\"}".formatted(way);
        assertThat(page.command(command).statusCode()).isEqualTo(204);
    }

    private static ProcessHandle process(String id) {
        return ProcessHandle.of(Long.parseLong(id)).orElseThrow();
    }
}
