package greeting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import io.helidon.webserver.WebServer;
import io.vertx.core.Future;
import io.vertx.core.http.HttpVersion;

import workshop.detection.CloseWatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class GreetingTest {
    private static final SlowGreeting SLOW = new SlowGreeting();
    private static WebServer server;

    @BeforeAll
    static void start() {
        server = Main.start(Config.just(ConfigSources.create(Map.of("server.port", "0", "app.greeting", "Hello"))), SLOW);
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @ParameterizedTest
    @EnumSource(names = {"HTTP_1_1", "HTTP_2"})
    void theRoutesOfTheQuickstartAnswerAsBefore(HttpVersion version) throws Exception {
        try (var client = new Client(version, server.port())) {
            assertThat(client.textOf("/greet")).isEqualTo("{\"message\":\"Hello World!\"}");
            assertThat(client.put("/greet/greeting", "{\"greeting\":\"Howdy\"}")).isEqualTo(204);
            assertThat(client.textOf("/greet/Joe")).isEqualTo("{\"message\":\"Howdy Joe!\"}");
            assertThat(client.put("/greet/greeting", "{}")).isEqualTo(400);
            assertThat(client.put("/greet/greeting", "{\"greeting\":\"Hello\"}")).isEqualTo(204);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"HTTP_1_1", "HTTP_2"})
    void whoLeavesIsNoticedAndWhoStaysIsAnswered(HttpVersion version) throws Exception {
        try (var client = new Client(version, server.port())) {
            List<Future<String>> staying = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                staying.add(client.text("/greet/Joe/slowly"));
            }
            SLOW.awaitBegun(3);
            leave(client);
            leave(client); // until this one is noticed, whoever was told by mistake with the first has stopped
            assertThat(SLOW.stopped()).as("slow greetings stopped whose clients have stayed").isZero();
            SLOW.finish(3);

            for (var answer : staying) {
                assertThat(Client.done(answer)).isEqualTo("{\"message\":\"Good day Joe!\"}");
            }
            if (version == HttpVersion.HTTP_2) {
                assertThat(client.connections()).as("connections: all requests were on one").isOne();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"HTTP_1_1", "HTTP_2"})
    void withoutTheServersLineTheSlowRequestFailsAndTheMessageNamesTheLine(HttpVersion version) throws Exception {
        WebServer without = WebServer.builder()
                .port(0)
                .routing(routing -> Main.routing(routing, Config.empty(), new SlowGreeting()))
                .build()
                .start();
        try (var client = new Client(version, without.port())) {
            assertThat(Client.done(client.get("/greet/Joe/slowly").send()).statusCode()).isEqualTo(500);
        } finally {
            without.stop();
        }
        assertThatThrownBy(() -> CloseWatch.open(() -> { })).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("StreamsSelector.install");
    }

    private static void leave(Client client) throws Exception {
        var leaving = client.get("/greet/Leaver/slowly");
        leaving.send();
        SLOW.awaitBegun(1);
        leaving.reset();
        SLOW.awaitStopped();
    }
}
