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
    private final Conversation http;
    private final Map<Integer, Answer> answers = new HashMap<>();

    private Client(Plan plan, Socket tcp, Socket used) throws IOException {
        this.plan = plan;
        this.tcp = tcp;
        this.used = used;
        this.http = plan.http2() ? new Http2(used) : new Http1(used, CAP);
    }

    /** Connects; with TLS, the handshake is over then. */
    static Client connect(Plan plan, URI server, SSLContext tls) throws IOException {
        var tcp = new Socket(server.getHost(), server.getPort());
        tcp.setSoTimeout((int) CAP.toMillis());
        return new Client(plan, tcp, plan.protocol().equals(Plan.PLAIN) ? tcp : secured(plan, tcp, server, tls));
    }

    private static SSLSocket secured(Plan plan, Socket tcp, URI server, SSLContext tls) throws IOException {
        var secured = (SSLSocket) tls.getSocketFactory().createSocket(tcp, server.getHost(), server.getPort(), true);
        secured.setEnabledProtocols(new String[] {plan.protocol()});
        if (plan.http2()) {
            var parameters = secured.getSSLParameters();
            parameters.setApplicationProtocols(new String[] {"h2"});
            secured.setSSLParameters(parameters);
        }
        secured.startHandshake();
        return secured;
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
            send(request, end);
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

    private void send(PlannedRequest request, long end) throws IOException {
        byte[] bytes = http.sent(request);
        int sent = 0;
        for (int cut : request.cuts()) {
            left(end);
            int next = Math.min(cut, bytes.length);
            used.getOutputStream().write(bytes, sent, next - sent);
            sent = next;
            LockSupport.parkNanos(request.pauseNanos());
        }
    }

    private void receive(PlannedRequest request, long end) throws IOException {
        used.setSoTimeout(left(end));
        http.received(request).ifPresent(answer -> answers.put(request.number(), answer));
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
            case FIN -> used.close();
            case RST -> {
                tcp.setSoLinger(true, 0);
                tcp.close();
            }
            case HALF_CLOSE -> {
                used.shutdownOutput();
                SocketClient.on(used, CAP).untilClosed();
            }
        }
    }
}
