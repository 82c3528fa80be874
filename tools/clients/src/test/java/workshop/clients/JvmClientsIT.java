package workshop.clients;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import workshop.cancellation.FinishedServer;
import workshop.clients.RefusingServer.Refusal;
import workshop.testkit.results.ResultsTable;
import workshop.testkit.wait.Background;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the clients of the JVM do, when their user stops to wait for an answer, and when there is none.
 */
@DisplayName("The clients of the JVM")
@Timeout(120)
class JvmClientsIT {
    /** One of each, in the order of the tables; the settings in which it must do the same as by default stand behind. */
    private static final List<List<Supplier<JvmClient>>> CLIENTS = List.of(
            List.of(JdkClient::byDefault, JdkClient::ofHttp11), List.of(UrlConnectionClient::new), List.of(HelidonClient::new),
            List.of(OkHttp::new), List.of(ApacheClient::new), List.of(VertxClient::new), List.of(SpringClient::new));

    private static final int MOST_WAYS = 100;
    private static final Duration CAP = Duration.ofSeconds(30);
    private static final ResultsTable WAYS = Seen.table("clients-jvm.adoc");
    private static final ResultsTable RETRIES = RefusingServer.table("retries-jvm.adoc");

    /**
     * A way of one of the clients.
     *
     * @param client where the client stands
     * @param way    where the way stands among those of the client
     * @param name   for the report
     */
    record Trial(int client, int way, String name) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Trial> trials() {
        return IntStream.range(0, CLIENTS.size()).boxed().flatMap(JvmClientsIT::trials);
    }

    private static Stream<Trial> trials(int number) {
        try (JvmClient client = CLIENTS.get(number).getFirst().get()) {
            List<WayToGiveUp> ways = client.ways();
            return IntStream.range(0, ways.size())
                    .mapToObj(way -> new Trial(number, way, "%s, %s".formatted(client.name(), ways.get(way).words()).replace("`", "")));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("trials")
    @Order(1)
    @ResourceLock(FinishedServer.LOG_AND_METRICS)
    @DisplayName("A user who does not wait any more: the server is told, or is not")
    void givesUp(Trial trial) throws Exception {
        Set<Seen> seen = new LinkedHashSet<>();
        String name = "";
        String words = "";
        for (Supplier<JvmClient> each : CLIENTS.get(trial.client)) {
            try (JvmClient client = each.get(); JvmClient another = each.get()) {
                WayToGiveUp way = client.ways().get(trial.way);
                name = client.name();
                words = way.words();
                seen.add(Seen.of(way, another.ways().get(trial.way), Map.of()));
            }
        }

        assertThat(seen).as("What the server sees of %s, in each of its settings", trial).hasSize(1);
        seen.iterator().next().addTo(WAYS, trial.client * MOST_WAYS + trial.way, name, words);
    }

    static Stream<Integer> clients() {
        return IntStream.range(0, CLIENTS.size()).boxed();
    }

    @ParameterizedTest(name = "client {0}")
    @MethodSource("clients")
    @Order(2)
    @DisplayName("A server that closes the connection, or is not available, is asked again, or is not")
    void asksAgain(int number) throws IOException {
        Set<List<String>> seen = new LinkedHashSet<>();
        String name = "";
        for (Supplier<JvmClient> each : CLIENTS.get(number)) {
            try (JvmClient client = each.get()) {
                name = client.name();
            }
            seen.add(List.of(again(each, Refusal.CLOSES_NEW), again(each, Refusal.CLOSES_USED), again(each, Refusal.UNAVAILABLE)));
        }
        assertThat(seen).as("Whether %s asks again, in each of its settings", name).hasSize(1);
        List<String> cells = seen.iterator().next();
        RETRIES.add(number, name, cells.get(0), cells.get(1), cells.get(2));
    }

    private static String again(Supplier<JvmClient> each, Refusal refusal) throws IOException {
        try (JvmClient client = each.get(); var server = new RefusingServer(refusal)) {
            for (int answered = 0; answered < refusal.answered; answered++) {
                ask(client, server);
            }
            ask(client, server);
            return server.verdict();
        }
    }

    /** Asks, and waits until the client has an answer, or has none and says so. */
    private static void ask(JvmClient client, RefusingServer server) {
        Background.run(() -> client.get(server.uri())).isDone(CAP);
    }

    @Test
    @Order(3)
    @DisplayName("The tables in the course say what was seen")
    void tables() throws IOException {
        WAYS.check();
        RETRIES.check();
    }
}
