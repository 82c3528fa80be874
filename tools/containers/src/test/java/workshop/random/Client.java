package workshop.random;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

import workshop.testkit.client.Answer;
import workshop.testkit.client.SocketClient;

/**
 * One client on a connection of its own, with TLS or without: it does what is planned, and leaves.
 */
final class Client implements AutoCloseable {
    private static final Duration CAP = Duration.ofSeconds(30);

    private final Plan plan;
    private final Socket tcp;
    private final Socket used; // what requests go through: the same, or TLS on top of it
    private final SocketClient http;
    private final Map<Integer, Answer> answers = new HashMap<>();

    private Client(Plan plan, Socket tcp, Socket used) throws IOException {
        this.plan = plan;
        this.tcp = tcp;
        this.used = used;
        this.http = SocketClient.on(used, CAP);
    }

    /** Connects; with TLS, the handshake is over then. */
    static Client connect(Plan plan, URI server, SSLContext tls) throws IOException {
        var tcp = new Socket(server.getHost(), server.getPort());
        if (plan.protocol().equals(Plan.PLAIN)) {
            return new Client(plan, tcp, tcp);
        }
        var used = (SSLSocket) tls.getSocketFactory().createSocket(tcp, server.getHost(), server.getPort(), true);
        used.setEnabledProtocols(new String[] {plan.protocol()});
        var client = new Client(plan, tcp, used);
        used.startHandshake();
        return client;
    }

    Visit visit() {
        try {
            try {
                converse(System.nanoTime() + (plan.patient() ? CAP : plan.stay()).toNanos());
            } catch (SocketTimeoutException e) {
                if (plan.patient()) {
                    return new Visit(plan, answers, Optional.of("no answer within " + CAP));
                }
            }
            leave();
            return new Visit(plan, answers, Optional.empty());
        } catch (IOException | UncheckedIOException e) {
            return new Visit(plan, answers, Optional.of(e.toString()));
        }
    }

    @Override
    public void close() throws IOException {
        tcp.close();
    }

    /** Sends and receives; a {@link SocketTimeoutException} if the time to leave comes first. */
    private void converse(long end) throws IOException {
        for (var request : plan.requests()) {
            for (String segment : request.segments()) {
                left(end);
                http.send(segment);
                LockSupport.parkNanos(request.pauseNanos());
            }
            if (!plan.pipelined()) {
                receive(request, end);
            }
        }
        if (plan.pipelined()) {
            for (var request : plan.requests()) {
                receive(request, end);
            }
        }
    }

    private void receive(PlannedRequest request, long end) throws IOException {
        used.setSoTimeout(left(end));
        answers.put(request.number(), http.receive(!request.isHead()));
    }

    private static int left(long end) throws SocketTimeoutException {
        long millis = Duration.ofNanos(end - System.nanoTime()).toMillis();
        if (millis <= 0) {
            throw new SocketTimeoutException("It is time to leave");
        }
        return Math.toIntExact(millis);
    }

    private void leave() throws IOException {
        switch (plan.way()) {
            case FIN -> http.close();
            case RST -> {
                tcp.setSoLinger(true, 0);
                tcp.close();
            }
            case HALF_CLOSE -> {
                http.closeSending();
                used.setSoTimeout((int) CAP.toMillis());
                http.untilClosed();
            }
        }
    }
}
