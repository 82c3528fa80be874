package workshop.plumbing.connection;

import java.util.Map;

import io.helidon.common.buffers.DataReader;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.ServerConnectionException;
import io.helidon.webserver.spi.ServerConnectionSelector;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("A connection whose reads go through a hook")
class ReadHookConnectionTest {
    @Test
    @DisplayName("is broken where an Error has ended a read")
    void error() {
        var outOfMemory = new OutOfMemoryError("no room for what has arrived");

        SocketReads reads = connectionOf(TestDouble.of(HelidonSocket.class, Map.of("get", () -> {
            throw outOfMemory;
        })));

        assertThatThrownBy(reads::get).as("What a read in the background is told")
                .isInstanceOf(ServerConnectionException.class).hasCause(outOfMemory);
    }

    private static SocketReads connectionOf(HelidonSocket socket) {
        var context = TestDouble.of(ConnectionContext.class, Map.of(
                "dataReader", () -> DataReader.create(() -> null),
                "serverSocket", () -> socket));
        var selector = TestDouble.of(ServerConnectionSelector.class, Map.of("connection", () -> null));
        return new ReadHookConnection<>(context, selector, ScopedValue.newInstance(), reads -> reads);
    }
}
