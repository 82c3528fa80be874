package workshop.cancellation;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import io.helidon.common.socket.SocketOptions;
import io.helidon.webserver.WebServerConfig;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.testcontainers.containers.Network;

import workshop.plumbing.launch.Application;
import workshop.plumbing.launch.Settings;
import workshop.plumbing.launch.Work;
import workshop.testkit.container.CurlContainer;
import workshop.testkit.container.HostServer;
import workshop.testkit.container.Image;
import workshop.testkit.container.NeedsEngine;
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
    private static final String DEADLINE = "PT5S";
    private static final int IDLE = 1;
    private static final int INTERVAL = 1;
    private static final int PROBES = 2;
    private static final String KEEP_ALIVE = "keep-alive: %d s idle, %d probes, %d s apart".formatted(IDLE, PROBES, INTERVAL);
    private static final String BY_DEADLINE = "the deadline";
    private static final Duration CAP = Duration.ofSeconds(30);
    private static final ResultsTable TABLE = new ResultsTable(
            "vanished.adoc", "3,4,3,4", "The client", "The listener's TCP", "What ends the work", "At the latest after");

    @AutoClose
    private TestServer server;

    @Test
    @Order(1)
    @DisplayName("Frozen: nothing is noticed, and the deadline ends the work")
    void frozen() {
        start(Main::configure, DEADLINE);
        try (var client = client()) {
            client.freeze();
            assertThat(ending()).as("What ends the work").isEqualTo(Outcome.DEADLINE);
            TABLE.add(1, "frozen", "default: keep-alive after two hours", BY_DEADLINE, "`workshop.deadline`");
        }
    }

    @Test
    @Order(2)
    @DisplayName("Cut off: nothing is noticed, and the deadline ends the work")
    void cutOff() {
        start(Main::configure, DEADLINE);
        try (var client = client()) {
            client.cutOff();
            assertThat(ending()).as("What ends the work").isEqualTo(Outcome.DEADLINE);
            TABLE.add(2, "cut off from the network", "default: keep-alive after two hours", BY_DEADLINE, "`workshop.deadline`");
        }
    }

    @Test
    @Order(3)
    @DisplayName("Cut off, with short keep-alive intervals: the probes have no answer, and reading fails")
    void cutOffWithKeepAlive() {
        start(VanishedClientIT::withKeepAlive, "PT1H");
        try (var client = client()) {
            client.cutOff();
            assertThat(ending()).as("What ends the work, long before the deadline").isEqualTo(Outcome.CLIENT_GONE);
            TABLE.add(3, "cut off from the network", KEEP_ALIVE, "a read that fails",
                      "%d s: idle + probes × interval".formatted(IDLE + PROBES * INTERVAL));
        }
    }

    @Test
    @Order(4)
    @DisplayName("Frozen, with short keep-alive intervals: the kernel of a frozen client answers the probes")
    void frozenWithKeepAlive() {
        start(VanishedClientIT::withKeepAlive, DEADLINE);
        try (var client = client()) {
            client.freeze();
            assertThat(ending()).as("What ends the work, although keep-alive has asked before").isEqualTo(Outcome.DEADLINE);
            TABLE.add(4, "frozen", KEEP_ALIVE, BY_DEADLINE, "`workshop.deadline`");
        }
    }

    @Test
    @Order(5)
    @DisplayName("A client that stays has its answer, with short keep-alive intervals too")
    void stays() {
        start(VanishedClientIT::withKeepAlive, "PT1H");
        try (var client = client()) {
            // as long as it takes a client that is cut off to be noticed
            assertThat(server.log().await(Outcome.CLIENT_GONE.message(), 1, Duration.ofSeconds(IDLE + PROBES * INTERVAL)))
                    .as("Notices while the client waits").isZero();
            server.gate().open();

            assertThat(client.answer().status()).as("The status of the answer").isEqualTo(201);
        }
    }

    @Test
    @Order(6)
    @DisplayName("The table in the course says what was seen")
    void table() throws IOException {
        TABLE.check();
    }

    private static void withKeepAlive(WebServerConfig.Builder server, Settings settings,
                                      Work work) {
        Main.configure(server, settings, work);
        server.connectionOptions(SocketOptions.builder()
                                         .socketKeepAlive(true)
                                         .socketOptions(Map.ofEntries(entry(TCP_KEEPIDLE, IDLE),
                                                                      entry(TCP_KEEPINTERVAL, INTERVAL),
                                                                      entry(TCP_KEEPCOUNT, PROBES)))
                                         .build());
    }

    private void start(Application application, String deadline) {
        var settings = new HashMap<>(HostServer.SETTINGS);
        settings.put("workshop.parts", "1");
        settings.put("workshop.deadline", deadline);
        server = TestServer.start(application, settings);
    }

    /** A client whose request is at work. */
    private CurlContainer client() {
        var client = CurlContainer.start(Network.SHARED, server.uri("/a"));
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
