package workshop.bench;

import java.io.IOException;

/**
 * How a client leaves.
 */
enum Leaving {
    FIN {
        @Override
        void leave(Connection connection) throws IOException {
            connection.close();
        }
    },
    RST {
        @Override
        void leave(Connection connection) throws IOException {
            connection.reset();
        }
    };

    abstract void leave(Connection connection) throws IOException;
}
