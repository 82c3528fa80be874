package workshop.bench.contender;

import java.net.URI;
import java.nio.file.Path;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import workshop.bench.client.Protocol;
import workshop.bench.workload.Endpoints;
import workshop.bench.workload.PendingRequests;
import workshop.testkit.client.SocketClient;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Helidon, stock and with connections that can be watched,")
class HelidonServerTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource(names = {"STOCK_HELIDON", "UNWATCHED", "WATCHED"})
    @DisplayName("has one selector: it does not wait for bytes to choose between two, which would be measured, too")
    void oneSelector(Contender contender) throws Exception {
        int port = contender.start(Protocol.HTTP_1, directory, new PendingRequests());
        try (var garbage = SocketClient.connect(URI.create("http://%s:%d/".formatted(Endpoints.LOOPBACK, port))).send("garbage\r\n\r\n")) {
            assertThat(garbage.untilClosed()).as("The answer to a first line that neither of two would take").startsWith("HTTP/1.1 400 ");
        }
    }
}
