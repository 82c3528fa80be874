package workshop.lab.side;

import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/**
 * The clients of one side, and what they see. Where the server speaks HTTP/2, they do, too, and share a connection, as the tabs of a
 * browser and the users of a proxy do. Each public method throws {@link Refusal} if no server runs there, or too many clients are
 * open.
 */
public final class Clients {
    /** How many clients may be open at the same time. */
    public static final int MOST = 64;

    private static final int REFRESHES = 20;
    private static final Duration BETWEEN_REFRESHES = Duration.ofMillis(150);
    private static final String PATH = "/a";

    private final Side side;
    private final ObservedRequests requests;
    private final IntSupplier run;
    private SharedConnection shared; // by those who come next; null if there is none

    Clients(Side side, ObservedRequests requests, IntSupplier run) {
        this.side = side;
        this.requests = requests;
        this.run = run;
    }

    /** A client comes, and stays. */
    public void send() {
        come();
    }

    /** The client that waits hangs up; where none waits, one comes and hangs up after a second. */
    public void hangUp(WayToHangUp way) {
        var possible = possible(way);
        whoWaits(request -> hangUp(request, possible));
    }

    /** The client that waits falls silent, with all on its connection, and keeps it; where none waits, one comes first and waits a second. */
    public void vanish() {
        whoWaits(this::fallSilent);
    }

    /** Nobody waits for the client that waits any more, and it keeps its connection; where none waits, one comes first and waits a second. */
    public void giveUp() {
        whoWaits(this::giveUp);
    }

    /** Twenty clients come, each of which makes the one before hang up: on the same connection, if that stays. */
    public void refresh(WayToHangUp way) {
        checkThatThereIsRoomFor(REFRESHES);
        var possible = possible(way);
        var first = come();
        Thread.startVirtualThread(() -> {
            try {
                var last = first;
                for (int i = 1; i < REFRESHES; i++) {
                    Thread.sleep(BETWEEN_REFRESHES);
                    if (possible != WayToHangUp.RST_STREAM) {
                        shareNoMore();
                    }
                    var next = come();
                    hangUp(last, possible);
                    last = next;
                }
            } catch (InterruptedException | Refusal e) {
                // the server is gone in the meantime: the page shows that
            }
        });
    }

    /** Where there are no streams, a request is left by closing its connection. */
    private WayToHangUp possible(WayToHangUp way) {
        return way == WayToHangUp.RST_STREAM && !side.hasStreams() ? WayToHangUp.FIN : way;
    }

    private void whoWaits(Consumer<ObservedRequest> leaves) {
        requests.lastThat(ObservedRequest::waits).ifPresentOrElse(leaves, () -> {
            var request = come();
            CompletableFuture.delayedExecutor(side.patience().toMillis(), TimeUnit.MILLISECONDS)
                    .execute(() -> leaves.accept(request));
        });
    }

    private void hangUp(ObservedRequest request, WayToHangUp way) {
        synchronized (requests) {
            if (request.waits()) {
                var leaving = way == WayToHangUp.RST_STREAM ? List.of(request) : requests.waitingWith(request);
                leaving.forEach(each -> {
                    each.way = way;
                    requests.saw(each, Moment.LEFT);
                });
                request.sent.hangUp(way);
            }
        }
    }

    private void fallSilent(ObservedRequest request) {
        synchronized (requests) {
            if (request.waits()) {
                requests.waitingWith(request).forEach(each -> requests.saw(each, Moment.SILENT));
                shareNoMore();
            }
        }
    }

    private void giveUp(ObservedRequest request) {
        synchronized (requests) {
            if (request.waits()) {
                requests.saw(request, Moment.GIVEN_UP);
            }
        }
    }

    /** Who comes next has a connection of its own. */
    private void shareNoMore() {
        synchronized (requests) {
            shared = null;
        }
    }

    private ObservedRequest come() {
        URI address = side.address();
        checkThatThereIsRoomFor(1);
        boolean streams = side.hasStreams();
        int current = run.getAsInt();
        try {
            synchronized (requests) { // the server's log may tell of the request at once
                var request = requests.add(streams ? connection(address).send(PATH) : LoneRequest.send(address, PATH), current);
                Thread.startVirtualThread(() -> awaitAnswer(request));
                return request;
            }
        } catch (UncheckedIOException e) {
            throw new Refusal("%s can't be reached: %s".formatted(address, e.getCause().getMessage()));
        }
    }

    /** The one that is shared, if it is still there, or else a new one. */
    private SharedConnection connection(URI address) {
        if (shared == null || shared.hasEnded()) {
            shared = new SharedConnection(address);
        }
        return shared;
    }

    private void awaitAnswer(ObservedRequest request) {
        int status = request.sent.status();
        synchronized (requests) {
            if (status != SentRequest.NO_ANSWER && !request.has(Moment.LEFT)) {
                request.status = status;
                requests.saw(request, Moment.ANSWERED);
            } else if (!request.clientIsDone()) {
                requests.saw(request, Moment.CUT);
            }
            request.closeIfDone();
        }
    }

    private void checkThatThereIsRoomFor(int more) {
        if (requests.that(request -> !request.clientIsDone()).size() + more > MOST) {
            throw new Refusal("A server here has at most %d open clients: wait until some have ended.".formatted(MOST));
        }
    }
}
