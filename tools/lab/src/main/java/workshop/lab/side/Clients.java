package workshop.lab.side;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

import workshop.lab.observe.Observations;
import workshop.lab.observe.ObservedRequest;
import workshop.testkit.client.Answer;
import workshop.testkit.client.SocketClient;
import workshop.testkit.client.TcpClose;

/**
 * The clients of one side. Each method throws {@link Refusal} if no server runs there, or too many clients are open.
 */
public final class Clients {
    /** How many clients may be open at the same time. */
    public static final int MOST = 64;

    private static final int REFRESHES = 20;
    private static final Duration BETWEEN_REFRESHES = Duration.ofMillis(150);
    private static final Duration FOREVER = Duration.ZERO;

    private final Observations observations;
    private final Supplier<URI> server;
    private final Supplier<Duration> patience;
    private final IntSupplier run;

    /** The server's address comes with a {@link Refusal} if none runs; a client that comes to leave has that patience. */
    Clients(Observations observations, Supplier<URI> server, Supplier<Duration> patience, IntSupplier run) {
        this.observations = observations;
        this.server = server;
        this.patience = patience;
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
        whoWaits(observations::fallsSilent);
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
        observations.latestThatWaits().ifPresentOrElse(leaves, () -> {
            var request = come();
            CompletableFuture.delayedExecutor(patience.get().toMillis(), TimeUnit.MILLISECONDS)
                    .execute(() -> leaves.accept(request));
        });
    }

    private void hangUp(ObservedRequest request, TcpClose way) {
        if (observations.hangsUp(request, way)) {
            request.client().close(way);
        }
    }

    private ObservedRequest come() {
        URI address = server.get();
        checkThatThereIsRoomFor(1);
        int current = run.getAsInt();
        try {
            var request = observations.sent(SocketClient.connect(address, FOREVER), current);
            Thread.startVirtualThread(() -> ask(request));
            return request;
        } catch (UncheckedIOException e) {
            throw new Refusal("%s can't be reached: %s".formatted(address, e.getCause().getMessage()));
        }
    }

    private void ask(ObservedRequest request) {
        try {
            var answer = request.client().get("/a").receive();
            if (answer != Answer.NONE) {
                observations.answered(request, answer.status());
                return;
            }
        } catch (IOException | UncheckedIOException e) {
            // so there is no answer
        }
        observations.brokenOff(request);
    }

    private void checkThatThereIsRoomFor(int more) {
        if (observations.openClients() + more > MOST) {
            throw new Refusal("A server here has at most %d open clients: wait until some have ended.".formatted(MOST));
        }
    }
}
