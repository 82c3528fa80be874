package workshop.lab.observe;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.helidon.json.JsonParser;

/**
 * What a server of step 04 tells under {@code /observe/metrics}, in JSON.
 */
public final class Metrics implements AutoCloseable {
    /** The first step whose server has metrics. */
    public static final int FIRST_STEP = 4;

    private static final String PATH = "/observe/metrics?scope=application";
    private static final Duration CAP = Duration.ofSeconds(1);
    private static final String OUTCOME = "workshop_outcomes;outcome=";
    private static final String PARTS = "workshop_parts_running";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CAP).build();

    Metrics() {
    }

    /** Asks a server; nothing if it does not answer in time, or has no metrics. */
    Optional<Map<String, Long>> of(URI server) throws InterruptedException {
        var request = HttpRequest.newBuilder(server.resolve(PATH)).timeout(CAP).header("Accept", "application/json").build();
        try {
            var response = http.send(request, BodyHandlers.ofString());
            return Optional.of(response.body()).filter(body -> response.statusCode() == 200).map(Metrics::parse);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The numbers by name: the outcomes, and {@code parts running}. */
    static Map<String, Long> parse(String json) {
        var metrics = JsonParser.create(json).readJsonObject();
        var numbers = new TreeMap<String, Long>();
        for (String key : metrics.keysAsStrings()) {
            if (key.startsWith(OUTCOME)) {
                numbers.put(key.substring(OUTCOME.length()), metrics.longValue(key, 0));
            } else if (key.equals(PARTS)) {
                numbers.put("parts running", metrics.longValue(key, 0));
            }
        }
        return numbers;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
