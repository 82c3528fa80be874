package workshop.plumbing.connection;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;

import io.helidon.common.buffers.BufferData;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;

/**
 * One selector for two protocols on one port: a connection that begins with the preface of the second protocol speaks that, and any
 * other the first. With TLS, where client and server agree on one before (ALPN), it begins so all the same.
 * <p>
 * Two selectors would do the same but for connections that have not sent enough to tell: {@link ReadHookSelector} says what becomes
 * of those.
 */
public final class PrefaceSelector implements ServerConnectionSelector {
    private final ServerConnectionSelector first;
    private final String name;
    private final byte[] preface;
    private final Function<ConnectionContext, ServerConnection> second;

    /**
     * @param first   makes the connections of the first protocol
     * @param name    the name of the second protocol in ALPN
     * @param preface what each connection of the second protocol begins with
     * @param second  makes the connections of the second protocol; the preface is still to be read
     */
    public PrefaceSelector(ServerConnectionSelector first, String name, byte[] preface,
                           Function<ConnectionContext, ServerConnection> second) {
        this.first = first;
        this.name = name;
        this.preface = preface;
        this.second = second;
    }

    @Override
    public int bytesToIdentifyConnection() {
        return 0;
    }

    @Override
    public Support supports(BufferData data) {
        return Support.SUPPORTED;
    }

    @Override
    public Set<String> supportedApplicationProtocols() {
        var protocols = new HashSet<>(first.supportedApplicationProtocols());
        protocols.add(name);
        return protocols;
    }

    @Override
    public ServerConnection connection(ConnectionContext connection) {
        return new PrefaceConnection(connection, preface, () -> first.connection(connection), () -> second.apply(connection));
    }
}
