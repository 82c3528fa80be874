package workshop.query;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.WebServerConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

import workshop.detection.CloseWatch;
import workshop.testkit.client.SocketClient;
import workshop.testkit.container.Image;
import workshop.testkit.container.NeedsEngine;
import workshop.testkit.server.TestServer;
import workshop.testkit.wait.Patience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("Step 06, a sidebar: a query of a client that leaves")
@NeedsEngine(Image.POSTGRES)
@Timeout(120)
class CancellableQueryIT {
    private static final int PORT = 5432;
    private static final String LONG_QUERY = "SELECT pg_sleep(3600)";
    private static final String ACTIVE = "SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND query = '" + LONG_QUERY + "'";
    private static final String CANCELLED = "57014"; // query_canceled: PostgreSQL documentation, appendix A
    private static final Duration CAP = Patience.of(Duration.ofSeconds(5));

    private static GenericContainer<?> database;

    private Connection asked;
    private Connection onlooker;

    @BeforeAll
    static void startDatabase() {
        database = new GenericContainer<>(DockerImageName.parse(Image.POSTGRES.reference()))
                .withExposedPorts(PORT)
                .waitingFor(Wait.forLogMessage(".*ready to accept connections.*", 1));
        database.start();
    }

    @AfterAll
    static void stopDatabase() {
        database.stop();
    }

    @BeforeEach
    void connect() throws SQLException {
        asked = connection();
        onlooker = connection();
    }

    @AfterEach
    void disconnect() throws SQLException {
        asked.close();
        onlooker.close();
    }

    @Test
    @DisplayName("The client leaves: the database stops, and the connection can be used again")
    void cancelled() throws SQLException {
        var told = new CompletableFuture<String>();
        try (var server = TestServer.start((config, _, _) -> configure(config, told));
             var client = SocketClient.connect(server.uri("/")).get("/")) {
            assertThat(awaitActive(1)).as("Queries that the database works on, before the client leaves").isEqualTo(1);
            client.close();
            assertThat(awaitActive(0)).as("Queries that the database works on, when the client has left").isZero();
            assertThat(told.join()).as("The SQLSTATE that the handler is told").isEqualTo(CANCELLED);
        }
        assertThat(number(asked, "SELECT 42")).as("What the same connection answers then").isEqualTo(42);
    }

    @Test
    @DisplayName("An interrupt of the virtual thread in its place: the thread ends, the connection is lost, and the database works on")
    void interrupted() throws SQLException, InterruptedException {
        var query = new FutureTask<>(() -> asked.createStatement().execute(LONG_QUERY));
        var thread = Thread.startVirtualThread(query);
        assertThat(awaitActive(1)).as("Queries that the database works on, before the interrupt").isEqualTo(1);
        thread.interrupt();
        assertThat(thread.join(CAP)).as("Whether the interrupted thread has ended").isTrue();
        assertThatThrownBy(query::get).as("What the interrupted thread is told").isInstanceOf(ExecutionException.class)
                .cause().isInstanceOf(SQLException.class);
        assertThat(asked.isValid(1)).as("Whether the connection can be used again").isFalse();
        assertThat(number(onlooker, ACTIVE)).as("Queries that the database works on, although nobody waits for them").isEqualTo(1);

        number(onlooker, "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE query = '" + LONG_QUERY + "'");
        assertThat(awaitActive(0)).as("Queries that the database works on in the end").isZero();
    }

    private void configure(WebServerConfig.Builder server, CompletableFuture<String> told) {
        server.protocolsDiscoverServices(false).addConnectionSelector(CloseWatch.selector());
        server.routing(routing -> routing.get("/", (_, _) -> {
            try {
                CancellableQuery.execute(asked, LONG_QUERY);
                told.complete("none: the query has come to its end");
            } catch (SQLException e) {
                told.complete(e.getSQLState());
            }
            throw new CloseConnectionException("There is nobody to answer");
        }));
    }

    private static Connection connection() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://%s:%d/postgres".formatted(database.getHost(), database.getMappedPort(PORT)),
                                           "postgres", "");
    }

    /** Asks until the database works on so many of the queries, or for the longest time; returns how many it works on then. */
    private int awaitActive(int many) throws SQLException {
        long end = System.nanoTime() + CAP.toNanos();
        int active = number(onlooker, ACTIVE);
        while (active != many && System.nanoTime() < end) {
            active = number(onlooker, ACTIVE);
        }
        return active;
    }

    private static int number(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
