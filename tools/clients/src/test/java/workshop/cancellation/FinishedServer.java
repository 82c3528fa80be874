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
 * The finished server of step 04, for a request whose client gives up. What becomes of it is in the log, in the metrics and
 * in the directory, and they must agree.
 */
public final class FinishedServer implements AutoCloseable {
    /** What only one of them may use at a time, as a resource of JUnit: the log and the metrics are those of the JVM. */
    public static final String LOG_AND_METRICS = "the log and the metrics of the JVM";

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

    /**
     * Whether it notices at once that its client has given up; if not, the work is done now.
     *
     * @param earlier how many requests the same user has given up before, so that it was noticed
     * @param more    how many requests the same user sends besides, whose work is done after that
     */
    public boolean notices(int earlier, int more) {
        var files = new ServerFiles(server.directory());
        boolean noticed = server.log().await(Outcome.CLIENT_GONE.message(), earlier + 1, AT_ONCE) > earlier;
        if (!noticed) {
            assertThat(files.staged()).as("The staged files of what is at work").hasSize(1);
            server.gate().openForGood();
        }
        if (more > 0) {
            server.gate().openForGood();
        }
        for (int ends = server.gate().working() + more; ends > 0; ends--) {
            server.gate().awaitEnd();
        }
        int gone = earlier + (noticed ? 1 : 0);
        int committed = more + (noticed ? 0 : 1);
        assertThat(files.staged()).as("The staged files when all has ended").isEmpty();
        assertThat(files.committed()).as("The committed files, where the one that is given up was %s", noticed ? "rolled back" : "committed")
                .hasSize(committed);
        assertThat(server.log().count(Outcome.CLIENT_GONE.message())).as("Notices in the log").isEqualTo(gone);
        Map<Outcome, Integer> expected = Map.of(Outcome.CLIENT_GONE, gone, Outcome.COMMITTED, committed);
        Map<Outcome, Long> ended = outcomes();
        ended.replaceAll((outcome, count) -> count - before.get(outcome));
        assertThat(ended).as("What the metrics count").allSatisfy((outcome, count) -> assertThat(count).as(outcome.label())
                .isEqualTo(expected.getOrDefault(outcome, 0).longValue()));
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
