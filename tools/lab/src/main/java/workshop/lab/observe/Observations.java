package workshop.lab.observe;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.helidon.json.JsonObject;

import workshop.lab.feed.Feed;
import workshop.testkit.client.SocketClient;
import workshop.testkit.client.TcpClose;

/**
 * Puts together what is seen of one server: by the lab's clients, in the server's log, and in its directory. Nothing is
 * concluded that can't be known: where two requests could be meant, none is named.
 */
public final class Observations {
    private final Feed feed;
    private final String metrics;
    private final ObservedRequests requests;
    private final LogTail tail;
    private final ObservedLog log;
    private final ObservedDirectory directory;

    /** Begins to observe the server on a side; the feed is told what is seen, under keys that begin with the side's name. */
    public Observations(String side, Feed feed) {
        this.feed = feed;
        this.metrics = side + "/metrics";
        this.requests = new ObservedRequests(side, feed);
        this.tail = new LogTail(side + "/log/", feed);
        this.log = new ObservedLog(requests, tail, feed);
        this.directory = new ObservedDirectory(side + "/files", requests, feed);
        reset();
    }

    /** Forgets everything. */
    public synchronized void reset() {
        requests.clear();
        tail.clear();
        directory.clear();
        feed.forget(metrics);
    }

    /** Whether anything can still happen by itself. */
    public synchronized boolean isActive() {
        return !requests.that(request -> request.isActive(feed.now())).isEmpty();
    }

    /** How many clients have neither their answer nor left. */
    public synchronized int openClients() {
        return requests.that(request -> !request.clientIsDone()).size();
    }

    /** The request whose client waits; that which was sent last, if there are more. */
    public synchronized Optional<ObservedRequest> latestThatWaits() {
        return requests.that(ObservedRequest::waits).stream().reduce((one, next) -> next);
    }

    /** A client sends its request now. */
    public synchronized ObservedRequest sent(SocketClient client, int run) {
        return requests.add(client, run);
    }

    /** A client hangs up now; {@code false} if its wait is over. */
    public synchronized boolean hangsUp(ObservedRequest request, TcpClose way) {
        if (!request.waits()) {
            return false;
        }
        request.way = way;
        requests.saw(request, Moment.LEFT);
        return true;
    }

    /** A client is silent from now on, unless its wait is over. */
    public synchronized void fallsSilent(ObservedRequest request) {
        if (request.waits()) {
            requests.saw(request, Moment.SILENT);
        }
    }

    /** The whole answer is here, with this status; a client that has vanished does not look at it. */
    public synchronized void answered(ObservedRequest request, int status) {
        if (!request.has(Moment.LEFT)) {
            request.status = status;
            requests.saw(request, Moment.ANSWERED);
        }
        if (request.canClose()) {
            request.client.close();
        }
    }

    /** The connection has ended without an answer, from either side. */
    public synchronized void brokenOff(ObservedRequest request) {
        if (!request.clientIsDone()) {
            requests.saw(request, Moment.CUT);
        }
        request.client.close();
    }

    /** The lab itself has something to say between the lines of the log. */
    public synchronized void note(String text) {
        tail.note(text);
    }

    /** The server has printed a line. */
    public synchronized void printed(String text) {
        log.printed(text);
    }

    /** The last lines that the server has printed, as its user would read them. */
    public synchronized List<String> lastLines(int many) {
        return tail.last(many);
    }

    /** The server's process is gone. */
    public synchronized void serverEnded() {
        requests.that(ObservedRequest::handlerRuns).forEach(request -> {
            request.killed = true;
            requests.saw(request, Moment.ENDED);
        });
    }

    long now() {
        return feed.now();
    }

    /** The directory looks like this. */
    synchronized void listed(DirectoryListing listing) {
        directory.listed(listing);
    }

    /** The metrics of the server at this address look like this; a page shows them only while it is there. */
    synchronized void counted(URI server, Map<String, Long> numbers) {
        feed.publish(metrics, JsonObject.builder().set("address", server.toString()).set("numbers", json -> numbers.forEach(json::set)));
    }
}
