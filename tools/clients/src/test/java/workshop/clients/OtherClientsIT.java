package workshop.clients;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import workshop.clients.RefusingServer.Refusal;
import workshop.testkit.container.ClientContainer;
import workshop.testkit.container.HostServer;
import workshop.testkit.container.Image;
import workshop.testkit.container.NeedsEngine;
import workshop.testkit.results.ResultsTable;

/**
 * What clients of other languages do, from Debian's packages, each program in a container of its own.
 */
@DisplayName("The clients of other languages")
@NeedsEngine
@Timeout(300)
class OtherClientsIT {
    private static final ResultsTable WAYS = new ResultsTable(
            "clients-others.adoc", "2,4,2,3", "Client", "Its user", "On the server's connection arrives", "Step 04");
    private static final ResultsTable RETRIES = new ResultsTable(
            "retries-others.adoc", "2,3,3", "Client", "The connection is closed", "The answer is 503");

    private static final List<Trial> TRIALS = List.of(
            ends("curl", "`--max-time`", "curl --max-time 1 URL"),
            new Trial("curl", "Ctrl-C", "curl URL", curl -> curl.signal("INT")),
            ends("wget", "`--timeout`, `--tries=1`", "wget --timeout=1 --tries=1 URL"),
            stays("Python's `urllib`", "`timeout`", "python3 ask.py urllib_timeout URL"),
            stays("Python's `urllib`", "`result(timeout)` of a future around it", "python3 ask.py future_result URL"),
            stays("Python's `http.client`", "`timeout`, and the connection is kept", "python3 ask.py http_client_kept URL"),
            stays("Python's requests", "`timeout`", "python3 ask.py requests_timeout URL"),
            stays("Python's httpx", "`timeout`", "python3 ask.py httpx_timeout URL"),
            stays("Python's aiohttp", "`ClientTimeout`", "python3 ask.py aiohttp_timeout URL"),
            stays("Python's aiohttp", "`wait_for`, which cancels", "python3 ask.py aiohttp_cancel URL"),
            stays("Python's aiohttp", "`wait_for(shield(…))`", "python3 ask.py aiohttp_shield URL"),
            stays("Node's `fetch`", "`AbortSignal.timeout`", "node ask.js fetch_signal URL"),
            stays("Node's `fetch`", "`Promise.race` with a timer", "node ask.js fetch_race URL"),
            stays("Node's `http`", "`destroy` in the `timeout` event", "node ask.js http_destroy URL"),
            stays("Node's `http`", "the `timeout` event alone", "node ask.js http_timeout_event URL"),
            stays("Go's `net/http`", "`Client.Timeout`", "ask-go client_timeout URL"),
            stays("Go's `net/http`", "a context with a time-out", "ask-go context URL"),
            stays("Go's `net/http`", "`select` on `time.After`", "ask-go select URL"));

    private static final List<Trial> ASKERS = List.of(
            ends("curl", "", "curl URL"),
            ends("wget", "", "wget --tries=3 --waitretry=0 URL"),
            ends("Python's `urllib`", "", "python3 ask.py urllib_get URL"),
            ends("Python's requests", "", "python3 ask.py requests_get URL"),
            ends("Python's httpx", "", "python3 ask.py httpx_get URL"),
            ends("Python's aiohttp", "", "python3 ask.py aiohttp_get URL"),
            ends("Node's `fetch`", "", "node ask.js fetch_get URL"),
            ends("Node's `http`", "", "node ask.js http_get URL"),
            ends("Go's `net/http`", "", "ask-go get URL"));

    private static String image;

    private final Queue<ClientContainer> started = new ConcurrentLinkedQueue<>();

    /**
     * Something to try.
     *
     * @param client  whose it is
     * @param words   what its user does
     * @param command how the program is called
     * @param giveUp  has it give up, or waits until it does so by itself
     */
    record Trial(String client, String words, String command, Consumer<ClientContainer> giveUp) {
        @Override
        public String toString() {
            return "%s, %s".formatted(client, words).replace("`", "");
        }
    }

    private static Trial ends(String client, String words, String command) {
        return new Trial(client, words, command, ClientContainer::awaitEnd);
    }

    private static Trial stays(String client, String words, String command) {
        return new Trial(client, words, command, program -> program.awaitLine("gave up:"));
    }

    @AfterEach
    void stop() {
        started.forEach(ClientContainer::close);
    }

    static IntStream trials() {
        return IntStream.range(0, TRIALS.size());
    }

    @ParameterizedTest
    @MethodSource("trials")
    @Order(1)
    @DisplayName("A user who does not wait any more: the server is told, or is not")
    void givesUp(int number) throws Exception {
        Trial trial = TRIALS.get(number);
        var way = new WayToGiveUp(trial.words, uri -> {
            ClientContainer program = start(trial, uri);
            return () -> trial.giveUp.accept(program);
        });
        Seen.of(way, way, HostServer.SETTINGS).addTo(WAYS, number, trial.client, trial.words);
    }

    static IntStream askers() {
        return IntStream.range(0, ASKERS.size());
    }

    @ParameterizedTest
    @MethodSource("askers")
    @Order(2)
    @DisplayName("A server that closes the connection, or is not available, is asked again, or is not")
    void asksAgain(int number) throws IOException {
        Trial asker = ASKERS.get(number);
        RETRIES.add(number, asker.client, again(asker, Refusal.CLOSES_NEW), again(asker, Refusal.UNAVAILABLE));
    }

    private String again(Trial asker, Refusal refusal) throws IOException {
        try (var server = new RefusingServer(refusal)) {
            asker.giveUp.accept(start(asker, server.uri()));
            return server.verdict();
        }
    }

    private ClientContainer start(Trial trial, URI uri) {
        ClientContainer program = ClientContainer.start(image(), trial.command.replace("URL", uri.toString()).split(" "));
        started.add(program);
        return program;
    }

    private static synchronized String image() {
        if (image == null) {
            image = Image.temporary("languages", contents -> Stream.of("Dockerfile", "ask.py", "ask.js", "ask.go").reduce(
                    contents, (all, file) -> all.withFileFromClasspath(file, "workshop/clients/" + file), (all, _) -> all));
        }
        return image;
    }

    @Test
    @Order(3)
    @DisplayName("The tables in the course say what was seen")
    void tables() throws IOException {
        WAYS.check();
        RETRIES.check();
    }
}
