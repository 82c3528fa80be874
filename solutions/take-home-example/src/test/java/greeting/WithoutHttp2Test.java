package greeting;

import org.junit.jupiter.api.Test;

import io.helidon.config.Config;
import io.helidon.webserver.WebServer;
import io.vertx.core.http.HttpVersion;

import workshop.detection.CloseWatch;
import workshop.http2.StreamsSelector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * A service without Helidon's HTTP/2 on its class path; the POM takes it away for this class.
 */
final class WithoutHttp2Test {
    @Test
    void whoLeavesIsNoticedAndWhoStaysIsAnswered() throws Exception {
        assertThatThrownBy(() -> Class.forName("io.helidon.webserver.http2.Http2ConnectionSelector"))
                .as("this class needs a class path without HTTP/2: run `./mvnw -pl solutions/take-home-example -am verify`")
                .isInstanceOf(ClassNotFoundException.class);
        assertThatThrownBy(() -> StreamsSelector.install(WebServer.builder(), 1000))
                .isInstanceOf(NoClassDefFoundError.class).hasMessage("io/helidon/webserver/http2/Http2Config");
        var slow = new SlowGreeting();
        WebServer server = WebServer.builder()
                .port(0)
                // tag::server[]
                .protocolsDiscoverServices(false)
                .addConnectionSelector(CloseWatch.selector())
                // end::server[]
                .routing(routing -> Main.routing(routing, Config.empty(), slow))
                .build()
                .start();
        try (var client = new Client(HttpVersion.HTTP_1_1, server.port())) {
            var leaving = client.get("/greet/Leaver/slowly");
            leaving.send();
            slow.awaitBegun(1);
            leaving.reset();
            slow.awaitStopped();

            slow.finish(1);
            assertThat(client.textOf("/greet/Joe/slowly")).isEqualTo("{\"message\":\"Good day Joe!\"}");
        } finally {
            server.stop();
        }
    }
}
