package workshop.plumbing.connection;

import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

import io.helidon.common.buffers.BufferData;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;

/**
 * Hooks into the reads of every HTTP/1.1 connection.
 * <p>
 * Helidon's own {@link Http1ConnectionSelector} makes the connections; each reads its socket through a hook of its
 * own, and whatever runs on the connection's thread finds that hook in a {@link ScopedValue}.
 * <p>
 * Helidon adds the selectors that it discovers to those that a server is given. With two, it has to wait for the first bytes to
 * tell which one they are meant for; until then a connection is not registered, so that a stop waits for it, the idle timeout
 * passes it by, and a first line that no selector takes is not answered. So a server with this selector takes no other:
 * {@link io.helidon.webserver.WebServerConfig.Builder#protocolsDiscoverServices(boolean) protocolsDiscoverServices(false)}. With
 * the discovered one go its upgrades (WebSocket, cleartext HTTP/2): a server that needs them adds them to the
 * {@link Http1ConnectionSelector}.
 *
 * @param <R> the hook: what a connection reads through
 */
public final class ReadHookSelector<R extends Supplier<byte[]>> implements ServerConnectionSelector {
    private final ServerConnectionSelector http1;
    private final ScopedValue<R> current;
    private final Function<SocketReads, R> hook;

    private ReadHookSelector(ScopedValue<R> current, Function<SocketReads, R> hook) {
        this.http1 = Http1ConnectionSelector.builder().config(Http1Config.create()).build();
        this.current = current;
        this.hook = hook;
    }

    /**
     * Creates a selector, for {@link io.helidon.webserver.WebServerConfig.Builder#addConnectionSelector}.
     *
     * @param current where the code on a connection's thread finds the connection's hook
     * @param hook    makes the hook of a new connection from the socket's own reads
     */
    public static <R extends Supplier<byte[]>> ReadHookSelector<R> create(ScopedValue<R> current,
                                                                          Function<SocketReads, R> hook) {
        return new ReadHookSelector<>(current, hook);
    }

    @Override
    public int bytesToIdentifyConnection() {
        return http1.bytesToIdentifyConnection();
    }

    @Override
    public Support supports(BufferData data) {
        return http1.supports(data);
    }

    @Override
    public Set<String> supportedApplicationProtocols() {
        return http1.supportedApplicationProtocols();
    }

    @Override
    public ServerConnection connection(ConnectionContext connection) {
        return new ReadHookConnection<>(connection, http1, current, hook);
    }
}
