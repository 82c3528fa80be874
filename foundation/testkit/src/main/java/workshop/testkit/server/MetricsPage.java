package workshop.testkit.server;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import io.helidon.metrics.api.MeterRegistry;
import io.helidon.service.registry.Services;

import workshop.testkit.client.SocketClient;

/**
 * What {@code GET /observe/metrics} says.
 */
public record MetricsPage(String text) {
    /** The page of a server now. */
    public static MetricsPage of(TestServer server) {
        try (var client = SocketClient.connect(server.uri("/")).get("/observe/metrics")) {
            return new MetricsPage(client.answer().body());
        }
    }

    /** Has the next server bring its own gauge: the one that is there reads what an earlier one has loaded. */
    public static void forgetGauge(String name) {
        Services.get(MeterRegistry.class).remove(name, List.of());
    }

    /** Asks for the page until a gauge has a value, or for the longest time; returns the value then. */
    public static int awaitGauge(Supplier<MetricsPage> page, String name, int value, Duration cap) {
        long end = System.nanoTime() + cap.toNanos();
        int current = page.get().gauge(name);
        while (current != value && System.nanoTime() < end) {
            current = page.get().gauge(name);
        }
        return current;
    }

    /** How many requests of this process have ended in a way. */
    public int outcomes(String outcome) {
        return value("workshop_outcomes_total\\{.*outcome=\"" + outcome + "\".*}");
    }

    /** The value of a gauge. */
    public int gauge(String name) {
        return value(name + "(?:\\{.*})?");
    }

    private int value(String meter) {
        var line = Pattern.compile("(?m)^" + meter + " (\\d+)\\.0$").matcher(text);
        if (!line.find()) {
            throw new AssertionError("The metrics have no line for " + meter + ": " + text);
        }
        return Integer.parseInt(line.group(1));
    }
}
