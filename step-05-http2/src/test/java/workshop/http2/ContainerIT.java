package workshop.http2;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import workshop.testkit.client.Answer;
import workshop.testkit.client.Leaving;
import workshop.testkit.client.LeavingClient;
import workshop.testkit.container.CurlWayOfLeaving;
import workshop.testkit.container.HostServer;
import workshop.testkit.container.Http2WayOfLeaving;
import workshop.testkit.container.Image;
import workshop.testkit.container.NeedsEngine;
import workshop.testkit.exercise.ExerciseForEveryWayOfLeaving;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Step 05, curl and nghttp in containers")
@NeedsEngine(Image.CLIENT)
class ContainerIT extends StreamScenario {
    private final List<Integer> before = outcomes();

    ContainerIT() {
        start(HostServer.SETTINGS);
    }

    static Http2WayOfLeaving[] ways() {
        return Http2WayOfLeaving.values();
    }

    static Stream<Leaving> waysOfBoth() {
        return Stream.of(CurlWayOfLeaving.values(), ways()).flatMap(Stream::of);
    }

    @ParameterizedTest(name = "client leaves by {0}")
    @MethodSource("waysOfBoth")
    @Order(1)
    @DisplayName("Given: the client stays, and has its answer")
    void stays(Leaving way) {
        server.gate().openForGood();
        Answer answer;
        try (LeavingClient client = way.stayingClient(server.uri("/a"))) {
            answer = client.answer();
            client.leave();
        }
        assertThat(answer.status()).as("The status of the answer %s", answer).isEqualTo(201);
        assertThat(answer.body()).as("The body of the answer").isEqualTo("File persisted.\n");
        assertEnded(1, 0);
    }

    @ParameterizedTest(name = "client leaves by {0}")
    @EnumSource
    @Order(2)
    @DisplayName("Given: the client of a request in HTTP/1.1 leaves, and it is cleaned up")
    void leavesHttp1(CurlWayOfLeaving way) {
        assertNoticed(way);
    }

    @ExerciseForEveryWayOfLeaving(hint = "FrameWatch.ended: the end of the connection is the leaving of all that are left.")
    @Order(3)
    @DisplayName("The client of a request in HTTP/2 leaves, and it is cleaned up")
    void leaves(Leaving way) {
        assertNoticed(way);
    }

    private void assertNoticed(Leaving way) {
        try (LeavingClient client = way.leavingClient(server.uri("/a"))) {
            awaitWork(1);
            client.leave();
            assertThat(notices(1)).as("Notices when the client leaves by %s", way).isEqualTo(1);
        }
        assertEnded(0, 1);
    }

    /** The log, the directory and the metrics tell the same of the one request. */
    private void assertEnded(int committed, int gone) {
        server.stop(); // returns when every connection has ended
        assertThat(server.log().count(CLIENT_GONE)).as("Notices in the end").isEqualTo(gone);
        assertThat(server.log().lines()).as("The log: a new file, how it ended, and nothing else").hasSize(1 + gone);
        assertThat(files().staged()).as("What is left under .staging").isEmpty();
        assertThat(files().committed()).as("The committed files").hasSize(committed);
        assertThat(outcomes()).as("What the metrics count as committed, and as client-gone")
                .containsExactly(before.getFirst() + committed, before.getLast() + gone);
    }

    private static List<Integer> outcomes() {
        return List.of(counted("committed"), counted("client-gone"));
    }
}
