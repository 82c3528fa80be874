package workshop.detection;

import workshop.testkit.client.SocketClient;
import workshop.testkit.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The notices in a server's log.
 */
final class NoticeLog {
    static final String NOTICE = "The client closed the connection prematurely.";

    private final TestServer server;

    NoticeLog(TestServer server) {
        this.server = server;
    }

    int count() {
        return server.log().count(NOTICE);
    }

    /** Waits for a number of notices, and returns how many there are: fewer, if the time is over first. */
    int await(int wanted) {
        return server.log().await(NOTICE, wanted, Notices.CAP);
    }

    /**
     * Returns when every watch that is open now is armed. They are armed in the order in which they were opened, so it is
     * enough that one more client leaves and is noticed. Its request stays at the gate, behind the others.
     */
    void awaitArmed() {
        int before = count();
        try (var later = SocketClient.connect(server.uri("/a")).get("/a")) {
            server.gate().awaitWork();
        }
        assertThat(await(before + 1) - before).as("Notices of a client that leaves during the work").isEqualTo(1);
    }
}
