package workshop.bench.client;

import java.io.IOException;

/**
 * The segment that tells a server that its client has left.
 */
public enum TcpClose {
    FIN {
        @Override
        public void close(KeepAliveConnection connection) throws IOException {
            connection.close();
        }
    },
    RST {
        @Override
        public void close(KeepAliveConnection connection) throws IOException {
            connection.reset();
        }
    };

    /** Leaves. */
    public abstract void close(KeepAliveConnection connection) throws IOException;
}
