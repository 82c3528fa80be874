package workshop.clients;

import java.net.Socket;
import java.net.URI;
import java.util.Map;

import workshop.cancellation.FinishedServer;
import workshop.testkit.client.ConnectionRecorder;
import workshop.testkit.client.ConnectionRecorder.Ending;
import workshop.testkit.results.ResultsTable;
import workshop.testkit.wait.Background;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a server sees of a client that gives up.
 *
 * @param ending  what TCP brings at once
 * @param noticed whether the finished server has rolled back
 * @param more    how many requests it has done besides, after that
 */
record Seen(Ending ending, boolean noticed, int more) {
    /** The table of a file, with a row for each way. */
    static ResultsTable table(String file) {
        return new ResultsTable(file, "2,4,2,3", "Client", "How it gives up", "On the server's connection arrives", "Step 04");
    }

    /**
     * Has two clients of a kind give up in the same way, each with a server of its own.
     *
     * @param settings of the finished server
     */
    static Seen of(WayToGiveUp one, WayToGiveUp another, Map<String, String> settings) throws Exception {
        var ending = Background.run(() -> ending(one)); // meanwhile
        boolean noticed = isNoticed(another, settings);
        return new Seen(ending.result("The recorder still waits"), noticed, another.more());
    }

    private static Ending ending(WayToGiveUp way) throws Exception {
        try (var recorder = new ConnectionRecorder()) {
            var call = way.start().request(URI.create("http://localhost:%d/a".formatted(recorder.port())));
            for (int each = 0; each < way.earlier(); each++) {
                try (Socket _ = recorder.awaitRequest()) {
                    call.now();
                }
            }
            try (Socket connection = recorder.awaitRequest()) {
                call.now();
                return ConnectionRecorder.ending(connection, FinishedServer.AT_ONCE);
            }
        }
    }

    private static boolean isNoticed(WayToGiveUp way, Map<String, String> settings) throws Exception {
        try (var server = new FinishedServer(settings)) {
            var call = way.start().request(server.uri());
            for (int each = 0; each < way.earlier(); each++) {
                server.awaitWork();
                call.now();
            }
            server.awaitWork();
            call.now();
            return server.notices(way.earlier(), way.more());
        }
    }

    /** Adds it to a table, and checks that the server has noticed what has arrived. */
    void addTo(ResultsTable table, int order, String client, String words) {
        String begins = more == 0 ? "" : noticed ? ", and begins anew" : "; only then begins the other";
        table.add(order, client, words, ending == Ending.NOTHING ? "nothing" : ending + ", at once",
                  (noticed ? "rolls back at once" : "works on, and commits") + begins);
        assertThat(noticed).as("Whether step 04 has noticed, where %s arrives", ending).isEqualTo(ending != Ending.NOTHING);
    }
}
