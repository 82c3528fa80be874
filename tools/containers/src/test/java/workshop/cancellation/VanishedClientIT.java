package workshop.cancellation;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

import io.helidon.common.socket.SocketOptions;
import io.helidon.webserver.WebServerConfig;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import workshop.plumbing.launch.Settings;
import workshop.plumbing.launch.Work;
import workshop.testkit.container.ClientContainer;
import workshop.testkit.container.HostServer;
import workshop.testkit.container.Image;
import workshop.testkit.container.NeedsEngine;
import workshop.testkit.results.ResultsTable;
import workshop.testkit.server.ServerFiles;
import workshop.testkit.server.TestServer;

import static java.util.Map.entry;
import static jdk.net.ExtendedSocketOptions.TCP_KEEPCOUNT;
import static jdk.net.ExtendedSocketOptions.TCP_KEEPIDLE;
import static jdk.net.ExtendedSocketOptions.TCP_KEEPINTERVAL;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Clients that vanish: no FIN, no RST, so that reading notices nothing. What ends the work, and when at the latest.
 * <p>
 * Elsewhere than on Linux the engine is in a virtual machine, and what is between it and the host answers for the client.
 */
@DisplayName("Step 04, clients that vanish without a word")
@NeedsEngine(Image.CLIENT)
@EnabledOnOs(value = OS.LINUX, disabledReason = "the network between a container and this host is not the kernel's alone")
@Timeout(120)
class VanishedClientIT {
    private static final String SHORT = "PT5S";
    private static final String LONG = "PT1H";
    private static final int IDLE = 1;
    private static final int INTERVAL = 1;
    private static final int PROBES = 2;
    private static final Duration CAP = Duration.ofSeconds(30);
    private static final ResultsTable TABLE = new ResultsTable(
            "vanished.adoc", "3,4,3,4", "The client", "The listener's TCP", "What ends the work", "At the latest after");

    @AutoClose
    private TestServer server;

    private enum Vanishing {
        FROZEN("frozen", ClientContainer::freeze),
        CUT_OFF("cut off from the network", ClientContainer::cutOff);

        private final String words;
        private final Consumer<ClientContainer> way;

        Vanishing(String words, Consumer<ClientContainer> way) {
            this.words = words;
            this.way = way;
        }
    }

    @ParameterizedTest(name = "{1}, short keep-alive intervals {2}: {4}")
    @CsvSource(delimiter = '|', textBlock = """
            1 | FROZEN  | false | DEADLINE    | nothing is noticed, and the deadline ends the work
            2 | CUT_OFF | false | DEADLINE    | nothing is noticed, and the deadline ends the work
            3 | CUT_OFF | true  | CLIENT_GONE | the probes have no answer, and reading fails, long before the deadline
            4 | FROZEN  | true  | DEADLINE    | the kernel of a frozen client answers the probes, and the deadline ends the work""")
    @Order(1)
    @DisplayName("A client vanishes")
    void vanishes(int row, Vanishing client, boolean keepAlive, Outcome expected, String why) {
        boolean byDeadline = expected == Outcome.DEADLINE;
        start(keepAlive, byDeadline ? SHORT : LONG);
        try (var curl = client()) {
            client.way.accept(curl);
            assertThat(ending()).as("What ends the work: %s", why).isEqualTo(expected);
        }
        TABLE.add(row, client.words,
                  keepAlive ? "keep-alive: %d s idle, %d probes, %d s apart".formatted(IDLE, PROBES, INTERVAL)
                            : "default: keep-alive after two hours",
                  byDeadline ? "the deadline" : "a read that fails",
                  byDeadline ? "`workshop.deadline`" : "%d s: idle + probes × interval".formatted(IDLE + PROBES * INTERVAL));
    }

    @Test
    @Order(2)
    @DisplayName("A client that stays has its answer, with short keep-alive intervals too")
    void stays() {
        start(true, LONG);
        try (var client = client()) {
            // as long as it takes a client that is cut off to be noticed
            assertThat(server.log().await(Outcome.CLIENT_GONE.message(), 1, Duration.ofSeconds(IDLE + PROBES * INTERVAL)))
                    .as("Notices while the client waits").isZero();
            server.gate().open();

            assertThat(client.answer().status()).as("The status of the answer").isEqualTo(201);
        }
    }

    @Test
    @Order(3)
    @DisplayName("The table in the course says what was seen")
    void table() throws IOException {
        TABLE.check();
    }

    private static void withKeepAlive(WebServerConfig.Builder server, Settings settings, Work work) {
        Main.configure(server, settings, work);
        server.connectionOptions(SocketOptions.builder()
                                         .socketKeepAlive(true)
                                         .socketOptions(Map.ofEntries(entry(TCP_KEEPIDLE, IDLE),
                                                                      entry(TCP_KEEPINTERVAL, INTERVAL),
                                                                      entry(TCP_KEEPCOUNT, PROBES)))
                                         .build());
    }

    private void start(boolean keepAlive, String deadline) {
        var settings = new HashMap<>(HostServer.SETTINGS);
        settings.put("workshop.parts", "1");
        settings.put("workshop.deadline", deadline);
        server = TestServer.start(keepAlive ? VanishedClientIT::withKeepAlive : Main::configure, settings);
    }

    /** A client whose request is at work. */
    private ClientContainer client() {
        var client = ClientContainer.curl(server.uri("/a"));
        server.gate().awaitWork();
        return client;
    }

    /** How the request ends; its file is gone then. */
    private Outcome ending() {
        assertThat(server.log().await("Cleaning up.", 1, CAP)).as("Requests that have ended within %s", CAP).isEqualTo(1);
        assertThat(new ServerFiles(server.directory()).staged()).as("The staged files once the cleaning up is logged").isEmpty();
        for (Outcome outcome : Outcome.values()) {
            if (server.log().count(outcome.message()) == 1) {
                return outcome;
            }
        }
        throw new AssertionError("No outcome that is known: " + server.log().lines());
    }
}
