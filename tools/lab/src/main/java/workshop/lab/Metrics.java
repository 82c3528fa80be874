package workshop.lab;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a server of step 04 tells under {@code /observe/metrics}, in Prometheus' text format.
 */
final class Metrics implements AutoCloseable {
    static final int FIRST_STEP = 4;

    private static final Duration CAP = Duration.ofSeconds(1);
    private static final Pattern OUTCOME =
            Pattern.compile("workshop_outcomes_total\\{.*?outcome=\"([^\"]+)\".*}\\s+(\\S+)");
    private static final Pattern PARTS = Pattern.compile("workshop_parts_running(?:\\{.*})?\\s+(\\S+)");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CAP).build();

    /** Asks a server; nothing if it does not answer in time, or has no metrics. */
    Optional<Map<String, Long>> of(URI server) throws InterruptedException {
        var request = HttpRequest.newBuilder(server.resolve("/observe/metrics")).timeout(CAP)
                .header("Accept", "text/plain").build();
        try {
            var response = http.send(request, BodyHandlers.ofString());
            return Optional.of(response.body()).filter(body -> response.statusCode() == 200).map(Metrics::parse);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The numbers by name: the outcomes, and {@code parts running}. */
    static Map<String, Long> parse(String text) {
        var numbers = new TreeMap<String, Long>();
        text.lines().forEach(line -> {
            var outcome = OUTCOME.matcher(line);
            if (outcome.matches()) {
                numbers.put(outcome.group(1), (long) Double.parseDouble(outcome.group(2)));
            }
            var parts = PARTS.matcher(line);
            if (parts.matches()) {
                numbers.put("parts running", (long) Double.parseDouble(parts.group(1)));
            }
        });
        return numbers;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
