package workshop.cancellation;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.helidon.metrics.api.MeterRegistry;
import io.helidon.metrics.api.Tag;
import io.helidon.service.registry.Services;

import workshop.testkit.server.ServerFiles;
import workshop.testkit.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The finished server of step 04, for one request whose client gives up. What becomes of the request is in the log, in the metrics and
 * in the directory, and they must agree.
 */
public final class FinishedServer implements AutoCloseable {
    /** Twice the time within which a server must have noticed. */
    public static final Duration AT_ONCE = Duration.ofSeconds(1);

    private final TestServer server;
    private final Map<Outcome, Long> before;

    /** Starts it. */
    public FinishedServer(Map<String, String> settings) {
        var all = new TreeMap<>(settings);
        all.put("workshop.parts", "1");
        this.server = TestServer.start(Main::configure, all);
        this.before = outcomes();
    }

    /** Where its work is. */
    public URI uri() {
        return server.uri("/a");
    }

    /** Waits until the request is at work. */
    public void awaitWork() {
        server.gate().awaitWork();
    }

    /** Whether it notices at once that its client has given up; if not, the work is done now. */
    public boolean notices() {
        boolean noticed = server.log().await(Outcome.CLIENT_GONE.message(), 1, AT_ONCE) == 1;
        if (!noticed) {
            server.gate().open();
        }
        server.gate().awaitEnd();
        var files = new ServerFiles(server.directory());
        assertThat(files.staged()).as("The staged files when the request has ended").isEmpty();
        assertThat(files.committed()).as("The committed files of a request that was %s", noticed ? "rolled back" : "committed")
                .hasSize(noticed ? 0 : 1);
        assertThat(server.log().count(Outcome.CLIENT_GONE.message())).as("Notices in the log").isEqualTo(noticed ? 1 : 0);
        Map<Outcome, Long> more = outcomes();
        more.replaceAll((outcome, count) -> count - before.get(outcome));
        Outcome expected = noticed ? Outcome.CLIENT_GONE : Outcome.COMMITTED;
        assertThat(more).as("What the metrics count of it").allSatisfy((outcome, count) -> assertThat(count).as(outcome.label())
                .isEqualTo(outcome == expected ? 1 : 0));
        return noticed;
    }

    /** How many requests have ended in each way, in this JVM. */
    private static Map<Outcome, Long> outcomes() {
        var registry = Services.get(MeterRegistry.class);
        return Stream.of(Outcome.values()).collect(Collectors.toMap(Function.identity(), outcome -> registry
                .counter("workshop_outcomes", List.of(Tag.create("outcome", outcome.label()))).orElseThrow().count()));
    }

    @Override
    public void close() {
        server.close();
    }
}
