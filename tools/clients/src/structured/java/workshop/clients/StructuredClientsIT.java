package workshop.clients;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Joiner;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import workshop.cancellation.FinishedServer;
import workshop.testkit.results.ResultsTable;
import workshop.testkit.wait.Background;

/**
 * What a {@link StructuredTaskScope} (JEP 505) does with the calls in it when its time is over.
 */
@DisplayName("Clients in a StructuredTaskScope")
@Timeout(60)
class StructuredClientsIT {
    private static final ResultsTable WAYS = Seen.table("clients-structured.adoc");

    private static final JdkClient CLIENT = JdkClient.byDefault();
    private static final List<WayToGiveUp> SCOPES = List.of(
            timesOut("`withTimeout` of a `StructuredTaskScope` around `send`", CLIENT::get),
            timesOut("the same around `sendAsync` and `join`", uri -> CLIENT.sendAsync(uri).join()));

    private static WayToGiveUp timesOut(String words, WayToGiveUp.Call call) {
        return new WayToGiveUp(words, uri -> {
            var timeIsOver = new CountDownLatch(1);
            Background.run(() -> request(() -> call.request(uri), timeIsOver));
            return timeIsOver::await;
        });
    }

    private static Object request(Callable<?> call, CountDownLatch timeIsOver) throws InterruptedException {
        // tag::scope[]
        try (var scope = StructuredTaskScope.open(Joiner.awaitAll(), config -> config.withTimeout(JvmClient.LIMIT))) {
            scope.fork(call);
            // end::scope[]
            try {
                return scope.join();
            } finally {
                timeIsOver.countDown();
            }
        }
    }

    @AfterAll
    static void close() {
        CLIENT.close();
    }

    static IntStream scopes() {
        return IntStream.range(0, SCOPES.size());
    }

    @ParameterizedTest
    @MethodSource("scopes")
    @Order(1)
    @ResourceLock(FinishedServer.LOG_AND_METRICS)
    @DisplayName("A scope whose time is over: the server is told, or is not")
    void givesUp(int number) throws Exception {
        WayToGiveUp way = SCOPES.get(number);
        Seen.of(way, way, Map.of()).addTo(WAYS, number, CLIENT.name(), way.words());
    }

    @Test
    @Order(2)
    @DisplayName("The table in the course says what was seen")
    void table() throws IOException {
        WAYS.check();
    }
}
