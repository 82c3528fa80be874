package workshop.cancellation;

import java.util.regex.Pattern;

import workshop.testkit.SocketClient;
import workshop.testkit.TestServer;

/**
 * What {@code GET /observe/metrics} says.
 */
record MetricsPage(String text) {
    static MetricsPage of(TestServer server) {
        try (var client = SocketClient.connect(server.uri("/")).get("/observe/metrics")) {
            return new MetricsPage(client.answer().body());
        }
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
