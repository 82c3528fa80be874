package workshop.cancellation;

import java.util.List;
import java.util.regex.Pattern;

import io.helidon.metrics.api.MeterRegistry;
import io.helidon.service.registry.Services;

import workshop.testkit.client.SocketClient;
import workshop.testkit.server.TestServer;

/**
 * What {@code GET /observe/metrics} says.
 */
record MetricsPage(String text) {
    static MetricsPage of(TestServer server) {
        try (var client = SocketClient.connect(server.uri("/")).get("/observe/metrics")) {
            return new MetricsPage(client.answer().body());
        }
    }

    /** Has the next server bring its own gauge: the one that is there reads what an earlier one has loaded. */
    static void forgetGauge() {
        Services.get(MeterRegistry.class).remove("workshop_parts_running", List.of());
    }

    int outcomes(Outcome outcome) {
        return value("workshop_outcomes_total\\{.*outcome=\"" + outcome.label() + "\".*}");
    }

    int partsRunning() {
        return value("workshop_parts_running(?:\\{.*})?");
    }

    private int value(String meter) {
        var line = Pattern.compile("(?m)^" + meter + " (\\d+)\\.0$").matcher(text);
        if (!line.find()) {
            throw new AssertionError("The metrics have no line for " + meter + ": " + text);
        }
        return Integer.parseInt(line.group(1));
    }
}
