package workshop.lab.side;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

import workshop.testkit.client.SocketClient;
import workshop.testkit.client.TcpClose;

/**
 * The clients of one side, and what they see. Each public method throws {@link Refusal} if no server runs there, or too many
 * clients are open.
 */
public final class Clients {
    /** How many clients may be open at the same time. */
    public static final int MOST = 64;

    private static final int REFRESHES = 20;
    private static final Duration BETWEEN_REFRESHES = Duration.ofMillis(150);
    private static final Duration FOREVER = Duration.ZERO;
    private static final int NO_ANSWER = 0;

    private final Side side;
    private final ObservedRequests requests;
    private final IntSupplier run;

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
    public void hangUp(TcpClose way) {
        whoWaits(request -> hangUp(request, way));
    }

    /** The client that waits falls silent, and keeps its connection; where none waits, one comes first and waits a second. */
    public void vanish() {
        whoWaits(request -> stay(request, Moment.SILENT));
    }

    /** Nobody waits for the client that waits any more, and it keeps its connection; where none waits, one comes first and waits a second. */
    public void giveUp() {
        whoWaits(request -> stay(request, Moment.GIVEN_UP));
    }

    /** Twenty clients come, each of which makes the one before hang up. */
    public void refresh(TcpClose way) {
        checkThatThereIsRoomFor(REFRESHES);
        var first = come();
        Thread.startVirtualThread(() -> {
            try {
                var last = first;
                for (int i = 1; i < REFRESHES; i++) {
                    Thread.sleep(BETWEEN_REFRESHES);
                    var next = come();
                    hangUp(last, way);
                    last = next;
                }
            } catch (InterruptedException | Refusal e) {
                // the server is gone in the meantime: the page shows that
            }
        });
    }

    private void whoWaits(Consumer<ObservedRequest> leaves) {
        requests.lastThat(ObservedRequest::waits).ifPresentOrElse(leaves, () -> {
            var request = come();
            CompletableFuture.delayedExecutor(side.patience().toMillis(), TimeUnit.MILLISECONDS)
                    .execute(() -> leaves.accept(request));
        });
    }

    private void hangUp(ObservedRequest request, TcpClose way) {
        synchronized (requests) {
            if (request.waits()) {
                request.way = way;
                requests.saw(request, Moment.LEFT);
                request.client.close(way);
            }
        }
    }

    private void stay(ObservedRequest request, Moment moment) {
        synchronized (requests) {
            if (request.waits()) {
                requests.saw(request, moment);
            }
        }
    }

    private ObservedRequest come() {
        URI address = side.address();
        checkThatThereIsRoomFor(1);
        int current = run.getAsInt();
        try {
            var request = requests.add(SocketClient.connect(address, FOREVER), current);
            Thread.startVirtualThread(() -> ask(request));
            return request;
        } catch (UncheckedIOException e) {
            throw new Refusal("%s can't be reached: %s".formatted(address, e.getCause().getMessage()));
        }
    }

    private void ask(ObservedRequest request) {
        int status = status(request.client);
        synchronized (requests) {
            if (status != NO_ANSWER && !request.has(Moment.LEFT)) {
                request.status = status;
                requests.saw(request, Moment.ANSWERED);
            } else if (!request.clientIsDone()) {
                requests.saw(request, Moment.CUT);
            }
            request.closeIfDone();
        }
    }

    private static int status(SocketClient client) {
        try {
            return client.get("/a").receive().status();
        } catch (IOException | UncheckedIOException e) {
            return NO_ANSWER;
        }
    }

    private void checkThatThereIsRoomFor(int more) {
        if (requests.that(request -> !request.clientIsDone()).size() + more > MOST) {
            throw new Refusal("A server here has at most %d open clients: wait until some have ended.".formatted(MOST));
        }
    }
}
