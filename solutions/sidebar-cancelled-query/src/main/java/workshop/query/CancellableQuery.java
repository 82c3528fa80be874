package workshop.query;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import workshop.detection.CloseWatch;

/**
 * A query that ends when the client of the request leaves: here, and in the database.
 */
final class CancellableQuery {
    private static final System.Logger LOGGER = System.getLogger(CancellableQuery.class.getName());

    private CancellableQuery() {
    }

    /**
     * Executes a query on the thread that handles the request.
     *
     * @throws SQLException if it fails, or has been cancelled. The connection can be used again
     */
    static void execute(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
             var watch = CloseWatch.open(() -> cancel(statement))) {
            statement.execute(query);
        }
    }

    /** Asks the database, on a connection of its own, to stop. An interrupt would only close the socket. */
    private static void cancel(Statement statement) {
        try {
            statement.cancel();
        } catch (SQLException e) {
            LOGGER.log(System.Logger.Level.WARNING, "The query of a client that has left can't be cancelled", e);
        }
    }
}
