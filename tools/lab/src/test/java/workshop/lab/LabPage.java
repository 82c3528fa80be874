package workshop.lab;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import workshop.plumbing.wait.CappedWait;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The lab's page, as far as the lab knows of it: it loads, it commands, and it listens.
 */
final class LabPage {
    private static final Pattern TOKEN = Pattern.compile("lab-token\" content=\"([\\w-]+)\"");
    private static final Duration CAP = Duration.ofSeconds(30);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final URI address;
    private final String token;
    private final List<String> messages = new ArrayList<>();

    /**
     * Loads the page, and begins to listen.
     */
    LabPage(Lab lab) throws IOException, InterruptedException {
        address = lab.address();
        var matcher = TOKEN.matcher(load().body());
        assertThat(matcher.find()).as("The page has a token").isTrue();
        token = matcher.group(1);
        HTTP.sendAsync(HttpRequest.newBuilder(address.resolve("events")).build(), BodyHandlers.ofLines())
                .thenAcceptAsync(response -> response.body().forEach(this::hear), Thread::startVirtualThread);
    }

    String token() {
        return token;
    }

    HttpResponse<String> load() throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> command(String json) throws IOException, InterruptedException {
        return command(json, "application/json");
    }

    HttpResponse<String> command(String json, String type) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(address.resolve("commands"))
                                 .header("Content-Type", type)
                                 .header("Origin", "http://localhost" + (address.getPort() == 80 ? "" : ":" + address.getPort()))
                                 .header("X-Lab-Token", token)
                                 .POST(BodyPublishers.ofString(json)).build(), BodyHandlers.ofString());
    }

    /** What was told before does not count any more. */
    synchronized void forget() {
        messages.clear();
    }

    /** Waits until something is told that has this in it. */
    synchronized String await(String wanted) {
        var pattern = Pattern.compile(wanted);
        CappedWait.until(this, CAP, () -> find(pattern).isPresent());
        return find(pattern).orElseThrow(() -> new AssertionError("The lab did not tell '%s' within %s. What it told: %s"
                .formatted(wanted, CAP, String.join("\n", messages))));
    }

    private Optional<String> find(Pattern wanted) {
        return messages.stream().filter(message -> wanted.matcher(message).find()).findFirst();
    }

    private synchronized void hear(String message) {
        messages.add(message);
        notifyAll();
    }
}
