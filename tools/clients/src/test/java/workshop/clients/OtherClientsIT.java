package workshop.clients;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import workshop.cancellation.FinishedServer;
import workshop.clients.RefusingServer.Refusal;
import workshop.testkit.container.ClientContainer;
import workshop.testkit.container.HostServer;
import workshop.testkit.container.Image;
import workshop.testkit.container.NeedsEngine;
import workshop.testkit.results.ResultsTable;
import workshop.testkit.wait.Background;

/**
 * What clients of other languages do, from Debian's packages, each program in a container of its own.
 */
@DisplayName("The clients of other languages")
@NeedsEngine
@Timeout(300)
class OtherClientsIT {
    private static final Duration CAP = Duration.ofSeconds(60);
    private static final ResultsTable WAYS = Seen.table("clients-others.adoc");
    private static final ResultsTable RETRIES = RefusingServer.table("retries-others.adoc", "Its own time-out is over");

    private static final List<Trial> TRIALS = List.of(
            ends("curl", "`--max-time`", "curl --max-time 1 URL"),
            new Trial("curl", "Ctrl-C", "curl URL", curl -> curl.signal("INT")),
            ends("wget", "`--timeout`, `--tries=1`", "wget --timeout=1 --tries=1 URL"),
            stays("Python's `urllib`", "`timeout`", "python3 ask.py urllib_timeout URL"),
            stays("Python's `urllib`", "`result(timeout)` of a future around it", "python3 ask.py future_result URL"),
            stays("Python's `http.client`", "`timeout`, and the connection is kept", "python3 ask.py http_client_kept URL"),
            stays("Python's requests", "`timeout`", "python3 ask.py requests_timeout URL"),
            stays("Python's urllib3", "`timeout`, `retries=False`", "python3 ask.py urllib3_once URL"),
            stays("Python's httpx", "`timeout`", "python3 ask.py httpx_timeout URL"),
            stays("Python's aiohttp", "`ClientTimeout`", "python3 ask.py aiohttp_timeout URL"),
            stays("Python's aiohttp", "`wait_for`, which cancels", "python3 ask.py aiohttp_cancel URL"),
            stays("Python's aiohttp", "`wait_for(shield(…))`", "python3 ask.py aiohttp_shield URL"),
            stays("Node's `fetch`", "`AbortSignal.timeout`", "node ask.js fetch_timeout URL"),
            stays("Node's `fetch`", "`Promise.race` with a timer", "node ask.js fetch_race URL"),
            stays("Node's `http`", "`destroy` in the `timeout` event", "node ask.js http_timeout URL"),
            stays("Node's `http`", "the `timeout` event alone", "node ask.js http_timeout_event URL"),
            stays("Go's `net/http`", "`Client.Timeout`", "ask-go client_timeout URL"),
            stays("Go's `net/http`", "a context with a time-out", "ask-go context URL"),
            stays("Go's `net/http`", "`select` on `time.After`", "ask-go select URL"));

    private static final List<Asker> ASKERS = List.of(
            tool("curl", "curl --silent", "curl --max-time 1"),
            tool("wget", "wget --tries=3 --waitretry=0", "wget --timeout=1 --tries=3 --waitretry=0"),
            program("Python's `urllib`", "python3 ask.py urllib"),
            program("Python's urllib3", "python3 ask.py urllib3"),
            program("Python's requests", "python3 ask.py requests"),
            program("Python's httpx", "python3 ask.py httpx"),
            program("Python's aiohttp", "python3 ask.py aiohttp"),
            program("Node's `fetch`", "node ask.js fetch"),
            program("Node's `http`", "node ask.js http"),
            program("Go's `net/http`", "ask-go client"));

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

    /**
     * A client that may ask again.
     *
     * @param once      asks
     * @param twice     asks for the same again when it has an answer, on the connection that it has kept
     * @param impatient asks with a time-out
     */
    record Asker(Trial once, Trial twice, Trial impatient) {
        Trial with(Refusal refusal) {
            return switch (refusal) {
                case CLOSES_NEW, UNAVAILABLE -> once;
                case CLOSES_USED -> twice;
                case SILENT -> impatient;
            };
        }
    }

    private static Asker tool(String client, String command, String impatient) {
        return new Asker(ends(client, "", command + " URL"), ends(client, "", command + " URL URL"), ends(client, "", impatient + " URL"));
    }

    private static Asker program(String client, String command) {
        return new Asker(ends(client, "", command + "_get URL"), ends(client, "", command + "_get URL URL"),
                         stays(client, "", command + "_timeout URL"));
    }

    private static Trial ends(String client, String words, String command) {
        return new Trial(client, words, command, ClientContainer::awaitEnd);
    }

    private static Trial stays(String client, String words, String command) {
        return new Trial(client, words, command, program -> program.awaitLine("gave up:"));
    }

    @AfterEach
    void stop() {
        started.parallelStream().forEach(ClientContainer::close);
    }

    static IntStream trials() {
        return IntStream.range(0, TRIALS.size());
    }

    @ParameterizedTest
    @MethodSource("trials")
    @Order(1)
    @ResourceLock(FinishedServer.LOG_AND_METRICS)
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
    void asksAgain(int number) {
        Asker asker = ASKERS.get(number);
        List<Background<String>> verdicts = Stream.of(Refusal.values()).map(refusal -> Background.run(() -> again(asker, refusal))).toList();
        List<String> cells = verdicts.stream().map(OtherClientsIT::verdict).toList();
        RETRIES.add(number, asker.once.client, cells.get(0), cells.get(1), cells.get(2), cells.get(3));
    }

    private static String verdict(Background<String> again) {
        again.isDone(CAP);
        return again.result("Its container still runs after " + CAP);
    }

    private String again(Asker asker, Refusal refusal) throws IOException {
        Trial trial = asker.with(refusal);
        try (var server = new RefusingServer(refusal)) {
            trial.giveUp.accept(start(trial, server.uri()));
            return server.verdict();
        }
    }

    private ClientContainer start(Trial trial, URI uri) {
        ClientContainer program = ClientContainer.start(image, trial.command.replace("URL", uri.toString()).split(" "));
        started.add(program);
        return program;
    }

    @BeforeAll
    static void build() {
        image = Image.temporary("languages", contents -> Stream.of("Dockerfile", "ask.py", "ask.js", "ask.go").reduce(
                contents, (all, file) -> all.withFileFromClasspath(file, "workshop/clients/" + file), (all, _) -> all));
    }

    @Test
    @Order(3)
    @DisplayName("The tables in the course say what was seen")
    void tables() throws IOException {
        WAYS.check();
        RETRIES.check();
    }
}
