package workshop.objectstore;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import workshop.cancellation.ServerContainer;
import workshop.cancellation.ServerImage;
import workshop.store.StoreClient;
import workshop.testkit.client.Answer;
import workshop.testkit.client.SocketClient;
import workshop.testkit.container.Image;
import workshop.testkit.container.NeedsEngine;
import workshop.testkit.run.StepTests;
import workshop.testkit.run.TestResult;
import workshop.testkit.server.MetricsPage;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Step 06, the server and its store in containers, and trouble in the network between them")
@NeedsEngine(Image.NETWORK)
@EnabledOnOs(value = OS.LINUX, disabledReason = "the runtime of the image is linked from this JDK, which is not for Linux")
@Timeout(180)
class StoreNetworkIT {
    private static final String CLIENT_GONE = "The client closed the connection prematurely. Cleaning up.";
    private static final String NOT_YET = "can't be removed yet";
    private static final String PENDING = "workshop_aborts_pending";
    private static final Duration AT_ONCE = Duration.ofSeconds(2);
    private static final Duration CAP = Duration.ofSeconds(30);

    private static StoreContainer container;

    private StoreClient store;
    private Bucket bucket;
    private ServerContainer server;
    private TroubledNetwork network;

    @BeforeAll
    static void startStore() {
        container = new StoreContainer();
    }

    @AfterAll
    static void stopStore() {
        container.close();
    }

    @BeforeEach
    void start() {
        store = StoreClient.of(container.url(), container.credentials());
        bucket = new Bucket(store.s3());
        server = ServerContainer.start(ServerImage.STEP_06, settings(), StoreContainer.KEY);
        network = new TroubledNetwork(server.id());
    }

    @AfterEach
    void stop() {
        network.close();
        server.close();
        store.close();
    }

    @Test
    @DisplayName("It is so slow that no part gets through in time: 500, and nothing is left")
    void tooSlow() {
        try (var client = askWhileSlow()) {
            assertFailed(client.answer());
        }
        network.end(Trouble.SLOW);
        assertNothingLeft("failed");
    }

    @Test
    @DisplayName("It is slow, but not too slow for smaller parts: 201, and there is the object")
    void slow() {
        var small = new HashMap<>(settings());
        small.put("workshop.part-size", "1000000");
        try (var quick = ServerContainer.start(ServerImage.STEP_06, small, StoreContainer.KEY);
             var way = new TroubledNetwork(quick.id()); var client = quick.connect()) {
            way.begin(Trouble.SLOW);
            assertThat(client.get("/a").answer().status()).as("The status of the answer").isEqualTo(201);
        }
        assertThat(bucket.objects()).as("The objects").hasSize(1);
        assertThat(bucket.uploads()).as("The uploads under way").isEmpty();
    }

    @Test
    @DisplayName("It is cut while a part is uploaded: 500, and when it is back nothing is left")
    void cut() {
        assertHealed(() -> network.begin(Trouble.CUT), () -> network.end(Trouble.CUT));
    }

    @Test
    @DisplayName("It resets each connection while a part is uploaded: 500, and when it does so no more nothing is left")
    void reset() {
        assertHealed(() -> network.begin(Trouble.RESET), () -> network.end(Trouble.RESET));
    }

    @Test
    @DisplayName("The store is killed while a part is uploaded: 500, and when it has started again nothing is left")
    void killed() {
        assertHealed(container::kill, container::startAgain);
    }

    private void assertHealed(Runnable harm, Runnable heal) {
        String location = committed();
        try (var client = askWhileSlow()) {
            harm.run();
            assertFailed(client.answer());
        }
        server.awaitLog(NOT_YET, 1);
        assertThat(metrics().gauge(PENDING)).as(PENDING + " while the store can't be reached").isEqualTo(1);

        network.end(Trouble.SLOW);
        heal.run();
        assertNothingLeft("failed", location);
    }

    @Test
    @DisplayName("It is cut, and then the client leaves: that is noticed at once, and when it is back nothing is left")
    void leaves() {
        try (var client = askWhileSlow()) {
            network.begin(Trouble.CUT);
            long left = System.nanoTime();
            client.close();
            server.awaitLog(CLIENT_GONE, 1);
            assertThat(Duration.ofNanos(System.nanoTime() - left)).as("The time until the leaving is logged").isLessThan(AT_ONCE);
        }
        server.awaitLog(NOT_YET, 1);
        assertThat(metrics().gauge(PENDING)).as(PENDING + " while the store can't be reached").isEqualTo(1);

        network.end(Trouble.SLOW);
        network.end(Trouble.CUT);
        assertNothingLeft("client-gone");
    }

    @Test
    @DisplayName("The tests of the step are green against this store, by -Dstore, and leave nothing in it")
    void tests() {
        var before = buckets();
        var key = container.credentials().resolveCredentials();
        var properties = Map.of("store", container.url().toString(), "aws.accessKeyId", key.accessKeyId(),
                                "aws.secretAccessKey", key.secretAccessKey());
        properties.forEach(System::setProperty);
        List<TestResult> results;
        try {
            results = StepTests.of(Path.of("../../step-06-object-store/target/test-classes"),
                                   List.of(Path.of("../../solutions/step-06-object-store/target/classes"))).run();
        } finally {
            properties.keySet().forEach(System::clearProperty);
        }
        assertThat(results).as("The tests of the step").isNotEmpty().allMatch(TestResult::green);
        assertThat(buckets()).as("The buckets in the end").isEqualTo(before);
    }

    private List<String> buckets() {
        return store.s3().listBuckets().buckets().stream().map(each -> each.name()).toList();
    }

    private Map<String, String> settings() {
        return Map.of("workshop.store", StoreContainer.URL, "workshop.bucket", bucket.name(), "workshop.parts", "1",
                      "workshop.work-time", "PT0S",
                      "sun.net.inetaddr.ttl", "1"); // a store that has started again has another address
    }

    /** A client whose only part takes longer than a call may. It is on its way, and the upload is begun. */
    private SocketClient askWhileSlow() {
        network.begin(Trouble.SLOW);
        var client = server.connect().get("/a");
        assertThat(bucket.awaitUploads(1, CAP)).as("The uploads under way").hasSize(1);
        return client;
    }

    private static void assertFailed(Answer answer) {
        assertThat(answer.status()).as("The status of the answer").isEqualTo(500);
        assertThat(answer.body()).as("The body of the answer").isEqualTo("The work failed.\n");
    }

    /** There is the object of each 201, and nothing else; the metrics tell of one request that has ended otherwise. */
    private void assertNothingLeft(String outcome, String... locations) {
        assertThat(MetricsPage.awaitGauge(this::metrics, PENDING, 0, CAP)).as(PENDING).isZero();
        assertThat(bucket.uploads()).as("The uploads under way").isEmpty();

        var all = new ArrayList<>(List.of(locations));
        all.add(committed());
        assertThat(bucket.objects()).as("The objects").map(key -> "/files/" + key).containsExactlyInAnyOrderElementsOf(all);
        assertThat(metrics().outcomes(outcome)).as("Requests counted as %s", outcome).isEqualTo(1);
        assertThat(metrics().outcomes("committed")).as("Requests counted as committed").isEqualTo(all.size());
    }

    /** Has a request committed, and tells where its object can be had. */
    private String committed() {
        try (var client = server.connect()) {
            var answer = client.get("/a").answer();
            assertThat(answer.status()).as("The status of the answer %s", answer).isEqualTo(201);
            return answer.header("Location");
        }
    }

    private MetricsPage metrics() {
        try (var client = server.connect().get("/observe/metrics")) {
            return new MetricsPage(client.answer().body());
        }
    }
}
