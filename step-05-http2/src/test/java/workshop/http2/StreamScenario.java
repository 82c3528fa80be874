package workshop.http2;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import workshop.testkit.client.Answer;
import workshop.testkit.client.Frame;
import workshop.testkit.client.FrameClient;
import workshop.testkit.server.MetricsPage;
import workshop.testkit.server.ServerFiles;
import workshop.testkit.server.TestServer;
import workshop.testkit.wait.Patience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * A server whose requests are at a gate, with one part of work each, and clients that have several under way on one connection.
 */
abstract class StreamScenario {
    static final Duration CAP = Patience.of(Duration.ofSeconds(2));
    static final String CLIENT_GONE = "The client closed the connection prematurely. Cleaning up.";

    TestServer server = onDemand(Map.of());

    /** Without that, Helidon waits for the rest of each frame, and each test for its time to be over. */
    @BeforeEach
    void awaitFrames() {
        var piece = ByteBuffer.wrap(Frame.data(0, 1, new byte[1]).bytes());
        assumeTrue(new FrameWatch().passed(piece) && !piece.hasRemaining(), "waits until passed() goes to the end of a frame");
    }

    @AfterEach
    void closeServer() {
        server.close();
    }

    /** A server with settings of its own, in place of the usual one. */
    final void start(Map<String, String> settings) {
        server = onDemand(settings);
    }

    private static TestServer onDemand(Map<String, String> settings) {
        var all = new HashMap<>(settings);
        all.put("workshop.parts", "1");
        return TestServer.onDemand(Main::configure, all);
    }

    final FrameClient connect() {
        return FrameClient.connect(server.uri("/"));
    }

    /** Has a client ask for {@code /a} so many times; returns the numbers of the streams when all are at work. */
    final List<Integer> working(FrameClient client, int many) {
        var streams = IntStream.range(0, many).map(_ -> client.get("/a")).boxed().toList();
        awaitWork(many);
        return streams;
    }

    final void awaitWork(int many) {
        IntStream.range(0, many).forEach(_ -> server.gate().awaitWork());
    }

    /** Waits for so many notices, and returns how many there are: fewer, if the time is over first. */
    final int notices(int many) {
        return server.log().await(CLIENT_GONE, many, CAP);
    }

    final ServerFiles files() {
        return new ServerFiles(server.directory());
    }

    static void assertAnswered(FrameClient client, int stream) {
        Answer answer = client.answer(stream);
        assertThat(answer.status()).as("The status on stream %d: %s", stream, answer).isEqualTo(201);
    }

    /** What the metrics of this process say of how many requests have ended in a way, by a server that is started to tell. */
    static int counted(String outcome) {
        try (var reader = TestServer.start(Main::configure)) {
            return MetricsPage.of(reader).outcomes(outcome);
        }
    }
}
