package workshop.http2;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import io.helidon.http.Method;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import workshop.testkit.client.Frame;
import workshop.testkit.client.FrameClient;
import workshop.testkit.client.SocketClient;
import workshop.testkit.client.TcpClose;
import workshop.testkit.exercise.Exercise;
import workshop.testkit.server.MetricsPage;
import workshop.testkit.wait.Background;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Step 05, clients that leave one request, and clients that leave all")
@Order(2)
class StreamsTest extends StreamScenario {
    private static final int MANY = 100;
    private static final int FEW = 5;
    private static final int NO_ERROR = 0;

    @Test
    @Order(1)
    @DisplayName("Given: one port speaks HTTP/1.1 and HTTP/2, and a file that was made by one can be had by the other")
    void bothProtocols() {
        server.gate().openForGood();
        try (var http1 = SocketClient.connect(server.uri("/")).get("/a"); var http2 = connect()) {
            var first = http1.answer();
            assertThat(first.status()).as("The status of the answer %s in HTTP/1.1", first).isEqualTo(201);
            var file = http2.answer(http2.get(first.header("Location")));
            assertThat(file.body()).as("The content of the file %s, in HTTP/2", file).contains("part 1 of 1");

            var second = http2.answer(http2.get("/a"));
            assertThat(second.status()).as("The status of the answer %s in HTTP/2", second).isEqualTo(201);
            assertThat(http1.get(second.header("Location")).answer().body()).as("The content of the file, in HTTP/1.1")
                    .contains("part 1 of 1");
        }
    }

    @Test
    @Order(2)
    @DisplayName("Given: a connection that asks to be upgraded (Upgrade: h2c) stays with HTTP/1.1")
    void noUpgrade() {
        server.gate().openForGood();
        try (var client = SocketClient.connect(server.uri("/")).send("GET /a HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade, "
                + "HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n")) {
            assertThat(client.answer().status()).as("The status of a request with Upgrade: h2c").isEqualTo(201);
        }
    }

    @Exercise(hint = "When FrameWatchTest is green, this is too: RST_STREAM ends the read of its stream, and step 02 gives the notice.")
    @Order(3)
    @DisplayName("One request of three is reset: it alone is cleaned up, the others are answered, and the connection stays")
    void oneOfThree() {
        int before = counted("client-gone");
        try (var client = connect()) {
            var streams = working(client, 3);
            int left = streams.get(1);
            client.send(Frame.reset(left));

            assertThat(notices(1)).as("Notices of a stream that was reset").isEqualTo(1);
            server.gate().awaitEnd();
            assertThat(files().staged()).as("The staged files: of the streams that are left").hasSize(2);
            assertThat(MetricsPage.of(server).outcomes("client-gone") - before).as("Requests counted as client-gone").isEqualTo(1);

            server.gate().openForGood();
            assertAnswered(client, streams.getFirst());
            assertAnswered(client, streams.getLast());
            assertAnswered(client, client.get("/a"));
            assertThat(client.frames(left)).extracting(Frame::type)
                    .as("The types of frames on the stream that was reset: neither HEADERS (1) nor DATA (0)").doesNotContain(0, 1);
        }
        assertThat(files().committed()).as("The committed files").hasSize(3);
        assertThat(server.log().count(CLIENT_GONE)).as("Notices in the end").isEqualTo(1);
        assertThat(server.log().lines()).as("The log: four new files, one notice, and nothing else").hasSize(5);
    }

    @Exercise(hint = "When FrameWatchTest is green, this is too: the code of a reset says why, and does not matter.")
    @Order(4)
    @DisplayName("A hundred requests on one connection, of which fifty are reset: fifty notices and fifty answers")
    void halfOfAHundred() {
        try (var client = connect()) {
            var streams = working(client, MANY);
            var leaving = streams.stream().filter(stream -> stream % 4 == 1).toList();
            leaving.forEach(stream -> client.send(Frame.reset(stream, stream % 14)));

            assertThat(notices(MANY / 2)).as("Notices of %d streams that were reset", MANY / 2).isEqualTo(MANY / 2);
            server.gate().openForGood();
            streams.stream().filter(stream -> !leaving.contains(stream)).forEach(stream -> assertAnswered(client, stream));
        }
        server.stop();
        assertThat(files().committed()).as("The committed files").hasSize(MANY / 2);
        assertThat(files().staged()).as("The staged files").isEmpty();
        assertThat(server.log().count(CLIENT_GONE)).as("Notices in the end").isEqualTo(MANY / 2);
    }

    @Exercise(hint = "FrameWatch.ended: the end of the connection is the leaving of all that are left.")
    @Order(5)
    @DisplayName("The connection is closed: all requests on it are cleaned up")
    void closed() {
        assertAllLeave(TcpClose.FIN);
    }

    @Exercise(hint = "FrameWatch.ended: the end of the connection is the leaving of all that are left.")
    @Order(6)
    @DisplayName("The connection is reset: all requests on it are cleaned up")
    void broken() {
        assertAllLeave(TcpClose.RST);
    }

    private void assertAllLeave(TcpClose how) {
        try (var client = connect(); var other = connect()) {
            working(client, 3);
            int stays = working(other, 1).getFirst();
            client.close(how);
            assertThat(notices(3)).as("Notices of three streams whose connection has ended by %s", how).isEqualTo(3);
            server.gate().openForGood();
            assertAnswered(other, stays);
        }
        server.stop();
        assertThat(files().staged()).as("The staged files").isEmpty();
        assertThat(server.log().count(CLIENT_GONE)).as("Notices in the end").isEqualTo(3);
    }

    @Exercise(hint = "A request whose body is not complete can be left like any other: FrameWatch sees its reset behind the body.")
    @Order(7)
    @DisplayName("A request with half a body is reset, or loses its connection: nobody waits for the other half")
    void halfABody() {
        try (var client = connect(); var lost = connect()) {
            int reset = client.post("/a");
            client.send(Frame.data(0, reset, new byte[100]));
            int half = lost.post("/a");
            lost.send(Frame.data(0, half, new byte[100]));
            awaitWork(2);
            client.send(Frame.reset(reset));
            assertThat(notices(1)).as("Notices of a stream that was reset behind half a body").isEqualTo(1);
            lost.close();
            assertThat(notices(2)).as("Notices, with that of a stream whose connection ends behind half a body").isEqualTo(2);
            assertThat(client.ping()).as("The other connection still answers a PING").isTrue();
        }
        Background.run(server::stop).result("The server has not stopped: a thread waits for the rest of a body whose client is gone");
    }

    @Exercise(hint = "headPassed: type is the whole byte 3. FrameTap keeps GOAWAY from Helidon by it, which would end the connection.")
    @Order(8)
    @DisplayName("A client that sends GOAWAY has its answers")
    void goAway() {
        try (var client = connect()) {
            var streams = working(client, 2);
            client.send(Frame.goAway());
            assertThat(client.ping()).as("The connection still answers a PING behind GOAWAY").isTrue();
            client.send(Frame.reset(streams.getFirst()));
            assertThat(notices(1)).as("Notices of a stream that was reset behind GOAWAY").isEqualTo(1);
            server.gate().openForGood();
            assertAnswered(client, streams.getLast());
        }
        server.stop();
        assertThat(server.log().count(CLIENT_GONE)).as("Notices in the end").isEqualTo(1);
    }

    @Exercise(hint = "FrameWatch.opened comes before the reset even where both arrive at once: FrameTap hands over one frame at a time.")
    @Order(9)
    @DisplayName("A request and its reset may come in one piece, and a frame in many")
    void anyPieces() {
        try (var client = connect()) {
            var head = client.head(Method.GET, "/a", Frame.END_STREAM);
            client.send(head, Frame.reset(head.stream()));
            assertThat(notices(1)).as("Notices of a request whose reset came in the same piece").isEqualTo(1);

            int slow = client.get("/a");
            for (byte each : Frame.reset(slow).bytes()) {
                client.send(new byte[] {each});
            }
            assertThat(notices(2)).as("Notices, with that of a reset that came byte by byte").isEqualTo(2);
            server.gate().openForGood();
            assertAnswered(client, client.get("/a"));
        }
    }

    @Exercise(hint = "FrameWatch.completed: a request that is answered is not left any more.")
    @Order(10)
    @DisplayName("A reset behind the answer is no notice, and one before it is")
    void afterTheAnswer() {
        try (var client = connect()) {
            client.send(Frame.reset(working(client, 1).getFirst()));
            assertThat(notices(1)).as("Notices of a stream that was reset before its answer").isEqualTo(1);
            server.gate().openForGood();
            for (int i = 0; i < MANY; i++) {
                int stream = client.get("/a");
                assertAnswered(client, stream);
                client.send(Frame.reset(stream));
            }
            assertThat(client.ping()).as("The connection still answers a PING").isTrue();
        }
        server.stop();
        assertThat(server.log().count(CLIENT_GONE) - 1).as("Notices of %d streams that were reset behind their answer", MANY).isZero();
        assertThat(files().committed()).as("The committed files").hasSize(MANY);
    }

    @Exercise(hint = "When FrameWatchTest is green, this is too: FrameTap keeps a reset of an answered request from Helidon, by type and"
            + " stream of the frame that has passed. Helidon would end the connection.")
    @Order(11)
    @DisplayName("A reset behind the answer may come late, when the next request is under way: that one is answered")
    void longAfterTheAnswer() {
        try (var client = connect()) {
            var answered = new ArrayList<Integer>();
            for (int i = 0; i < FEW; i++) { // Helidon forgets a stream some time after its answer
                answered.add(working(client, 1).getFirst());
                server.gate().open();
                assertAnswered(client, answered.getLast());
            }
            int next = working(client, 1).getFirst();
            client.send(answered.stream().map(Frame::reset).toArray(Frame[]::new));
            assertThat(client.ping()).as("The connection still answers a PING behind resets of requests that are answered").isTrue();
            server.gate().openForGood();
            assertAnswered(client, next);
        }
        server.stop();
        assertThat(server.log().count(CLIENT_GONE)).as("Notices of streams that were reset long after their answers").isZero();
    }

    @Test
    @Order(12)
    @DisplayName("Given: a body in more frames than Helidon keeps hides those behind it, until its request ends")
    void manySmallFrames() {
        try (var client = connect()) {
            int upload = client.post("/a");
            awaitWork(1);
            IntStream.range(0, 40).forEach(_ -> client.send(Frame.data(0, upload, new byte[1])));
            int behind = client.get("/a");
            server.gate().openForGood();
            client.send(Frame.data(Frame.END_STREAM, upload, new byte[1]));

            assertThat(List.of(client.answer(upload).status(), client.answer(behind).status()))
                    .as("The status of an upload in many small frames, and of what came behind it").containsOnly(201);
        }
    }

    @Test
    @Order(13)
    @DisplayName("Given: a large body that nobody reads is answered before its end. Its rest is taken, or given up, and others find room")
    void largeBody() {
        try (var client = connect()) {
            var uploads = new Uploads(client);
            for (int i = 0; i < 3; i++) {
                client.send(Frame.reset(answeredUpload(client, uploads), NO_ERROR));

                int whole = answeredUpload(client, uploads);
                uploads.send(whole, 3 * Uploads.WINDOW);
                client.send(Frame.data(Frame.END_STREAM, whole, new byte[1]));
            }
            server.gate().openForGood();
            assertAnswered(client, client.get("/a"));
        }
        server.stop();
        assertThat(files().committed()).as("The committed files").hasSize(7);
        assertThat(server.log().count(CLIENT_GONE)).as("Notices of streams that were reset behind their answer").isZero();
    }

    @Test
    @Order(14)
    @DisplayName("Given: a frame that is larger than a server has to take is refused before it has come")
    void tooLarge() {
        try (var client = connect()) {
            byte[] whole = Frame.data(0, 1, new byte[2 * FrameTap.MAX_PAYLOAD]).bytes();
            client.send(Arrays.copyOf(whole, whole.length - 1));

            assertThat(client.awaitFrame(frame -> frame.type() == Frame.GOAWAY)).as("GOAWAY, before the connection ends").isTrue();
        }
    }

    @Test
    @Order(15)
    @DisplayName("Given: a reset of a stream that never was is against the protocol, and ends the connection")
    void neverOpened() {
        for (int stream : new int[] {0, 3}) {
            try (var client = connect()) {
                server.gate().open();
                assertAnswered(client, client.get("/a"));
                client.send(Frame.reset(stream));

                assertThat(client.awaitFrame(frame -> frame.type() == Frame.GOAWAY))
                        .as("GOAWAY behind a reset of stream %d, before the connection ends", stream).isTrue();
            }
        }
    }

    /** An upload of as much as there is surely room for while its request is at work, and has its answer then. */
    private int answeredUpload(FrameClient client, Uploads uploads) {
        int upload = client.post("/a");
        awaitWork(1);
        uploads.send(upload, Uploads.WINDOW / 2); // Helidon says of at least half of a window at once that it is free again
        server.gate().open();
        assertAnswered(client, upload);
        return upload;
    }
}
