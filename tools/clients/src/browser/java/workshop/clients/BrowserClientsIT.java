package workshop.clients;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import workshop.cancellation.FinishedServer;
import workshop.clients.RefusingServer.Refusal;
import workshop.testkit.browser.Chromium;
import workshop.testkit.results.ResultsTable;


/**
 * What a browser does when its user or the script of a page stops to wait for an answer.
 */
@DisplayName("The browser as a client")
@Timeout(120)
class BrowserClientsIT {
    private static final String NAME = "Chromium";
    private static final ResultsTable WAYS = Seen.table("clients-browser.adoc");
    private static final ResultsTable RETRIES = RefusingServer.table("retries-browser.adoc");

    private static BrowserClient one;
    private static BrowserClient another;

    /**
     * A way to give up.
     *
     * @param number where it stands
     * @param name   for the report
     */
    record Trial(int number, String name) {
        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    static void start(TestInfo tests) {
        Chromium.assumeInstalled(tests);
        one = new BrowserClient();
        another = new BrowserClient();
    }

    @AfterAll
    static void close() {
        Stream.of(one, another).filter(Objects::nonNull).forEach(BrowserClient::close);
    }

    static Stream<Trial> trials() {
        return IntStream.range(0, one.ways().size())
                .mapToObj(number -> new Trial(number, one.ways().get(number).words().replace("`", "")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("trials")
    @Order(1)
    @ResourceLock(FinishedServer.LOG_AND_METRICS)
    @DisplayName("A user who does not wait any more: the server is told, or is not")
    void givesUp(Trial trial) throws Exception {
        WayToGiveUp way = one.ways().get(trial.number);
        Seen.of(way, another.ways().get(trial.number), Map.of()).addTo(WAYS, trial.number, NAME, way.words());
    }

    @Test
    @Order(2)
    @DisplayName("A server that closes the connection, or is not available, is asked again, or is not")
    void asksAgain() throws IOException {
        RETRIES.add(0, "`fetch` of " + NAME, again(Refusal.CLOSES_NEW), again(Refusal.CLOSES_USED), again(Refusal.UNAVAILABLE));
    }

    private static String again(Refusal refusal) throws IOException {
        try (var server = new RefusingServer(refusal)) {
            Page page = one.page();
            for (int answered = 0; answered < refusal.answered; answered++) {
                one.ask(page, server.uri());
            }
            one.ask(page, server.uri());
            return server.verdict();
        }
    }

    @Test
    @Order(3)
    @DisplayName("The tables in the course say what was seen")
    void tables() throws IOException {
        WAYS.check();
        RETRIES.check();
    }
}
