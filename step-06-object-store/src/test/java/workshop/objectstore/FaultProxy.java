package workshop.objectstore;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import workshop.plumbing.wait.CappedWait;
import workshop.testkit.client.RequestHead;

/**
 * Stands between a server and its store, and does harm to the requests that a test names. It takes one request for each connection. It
 * is a proxy for the client library, which so asks the store by the store's own name: that is a part of what it signs.
 */
final class FaultProxy implements AutoCloseable {
    static final int ALWAYS = Integer.MAX_VALUE;

    private static final int USUAL_PORT = 80;
    private static final String ERROR = "HTTP/1.1 %s\r\nContent-Type: application/xml\r\nConnection: close\r\n\r\n%s";
    private static final String BODY = "<?xml version=\"1.0\"?><Error><Code>%s</Code><Message>by the test</Message></Error>";

    private final URI store;
    private final ServerSocket listener;
    private final List<Socket> connections = new ArrayList<>();
    private final Map<Operation, Integer> seen = new HashMap<>();
    private final Map<Operation, Fault> faults = new HashMap<>();
    private final CountDownLatch late = new CountDownLatch(1);
    private final CountDownLatch lateDone = new CountDownLatch(1);
    private final Map<Operation, Interlude> interludes = new HashMap<>();
    private Function<Operation, Harm> chance = _ -> null;
    private int silent;
    private int served;

    /** What a test does in the middle of a request. */
    @FunctionalInterface
    interface Interlude {
        void happen() throws InterruptedException;
    }

    private record Fault(Harm harm, AtomicInteger left) {
    }

    /** Listens on a free port, in front of a store. */
    FaultProxy(URI store) throws IOException {
        this.store = store;
        this.listener = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Does harm to the next requests of a kind. */
    synchronized void harm(Operation operation, Harm harm, int times) {
        faults.put(operation, new Fault(harm, new AtomicInteger(times)));
    }

    /** Does harm to all requests until {@link #heal()}. */
    void harmAll(Harm harm) {
        for (Operation operation : Operation.values()) {
            harm(operation, harm, ALWAYS);
        }
    }

    /** Asks at each request, until {@link #heal()}, what is to happen to it; null is nothing. */
    synchronized void harmByChance(Function<Operation, Harm> next) {
        chance = next;
    }

    /** Has something done when a request of a kind has arrived, before it goes on. */
    synchronized void before(Operation operation, Interlude interlude) {
        interludes.put(operation, interlude);
    }

    /** From now on, every request has its answer. */
    synchronized void heal() {
        faults.clear();
        chance = _ -> null;
    }

    /** How many requests of a kind have come. */
    synchronized int count(Operation operation) {
        return seen.getOrDefault(operation, 0);
    }

    /** Waits until so many requests of a kind have come; returns how many have then. */
    synchronized int await(Operation operation, int many, Duration cap) {
        CappedWait.until(this, cap, () -> count(operation) >= many);
        return count(operation);
    }

    /** Waits until a request waits for an answer that does not come: what the store was to make of it, it has made. */
    synchronized boolean awaitSilence(Duration cap) {
        CappedWait.until(this, cap, () -> silent > 0);
        return silent > 0;
    }

    /** Waits until no more than so many requests wait for an answer that does not come; returns how many do then. */
    synchronized int awaitSilent(int most, Duration cap) {
        CappedWait.until(this, cap, () -> silent <= most);
        return silent;
    }

    /** Waits until no more than so many connections are at work; returns how many are then. */
    synchronized int awaitServed(int most, Duration cap) {
        CappedWait.until(this, cap, () -> served <= most);
        return served;
    }

    /** Has the store do what was {@link Harm#LATE}, and returns when it has. */
    void letLateArrive() throws InterruptedException {
        late.countDown();
        lateDone.await();
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = listener.accept();
                synchronized (this) {
                    connections.add(connection);
                }
                Thread.startVirtualThread(() -> serve(connection));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(Socket connection) {
        change(() -> served++);
        try (connection) {
            var head = RequestHead.text(connection.getInputStream());
            if (head.isPresent()) {
                serve(connection, head.get().replaceFirst(" http://[^/]+", " "));
            }
        } catch (IOException | InterruptedException e) {
            // one of the two sides has left
        } finally {
            change(() -> served--);
        }
    }

    private synchronized void change(Runnable change) {
        change.run();
        notifyAll();
    }

    private void serve(Socket connection, String head) throws IOException, InterruptedException {
        var operation = Operation.of(head.lines().findFirst().orElseThrow());
        arrived(operation);
        byte[] request = request(connection, head);
        interlude(operation).happen();
        switch (harm(operation)) {
            case null -> connection.getOutputStream().write(answer(request));
            case RESET -> reset(connection);
            case SILENCE -> keepSilent(connection);
            case SLOW_DOWN -> refuse(connection, "503 Slow Down", "SlowDown");
            case ERROR -> refuse(connection, "500 Internal Server Error", "InternalError");
            case DENIED -> refuse(connection, "403 Forbidden", "AccessDenied");
            case ERROR_BEHIND_200 -> refuse(connection, "200 OK", "InternalError");
            case EMPTY_200 -> connection.getOutputStream().write(ERROR.formatted("200 OK", "").getBytes(StandardCharsets.US_ASCII));
            case BROKEN_OFF -> answerByHalf(connection, request);
            case HALF_AN_ANSWER -> {
                answerByHalf(connection, request);
                keepSilent(connection);
            }
            case ANSWER_LOST -> {
                answer(request);
                reset(connection);
            }
            case ANSWER_STALLED -> {
                answer(request);
                keepSilent(connection);
            }
            case LATE -> {
                reset(connection);
                late.await();
                answer(request);
                lateDone.countDown();
            }
        }
    }

    private synchronized void arrived(Operation operation) {
        seen.merge(operation, 1, Integer::sum);
        notifyAll();
    }

    private synchronized Harm harm(Operation operation) {
        var fault = faults.get(operation);
        return fault != null && fault.left.getAndUpdate(left -> Math.max(0, left - 1)) > 0 ? fault.harm : chance.apply(operation);
    }

    private synchronized Interlude interlude(Operation operation) {
        return interludes.getOrDefault(operation, () -> { });
    }

    private void answerByHalf(Socket connection, byte[] request) throws IOException {
        byte[] answer = answer(request);
        connection.getOutputStream().write(answer, 0, answer.length / 2);
    }

    private void keepSilent(Socket connection) throws IOException {
        change(() -> silent++);
        try {
            connection.getInputStream().read(); // until the other side has left
        } finally {
            change(() -> silent--);
        }
    }

    /** What the store answers to a request. */
    private byte[] answer(byte[] request) throws IOException {
        try (var upstream = new Socket(store.getHost(), store.getPort() < 0 ? USUAL_PORT : store.getPort())) {
            upstream.getOutputStream().write(request);
            return upstream.getInputStream().readAllBytes();
        }
    }

    /** The whole request, as the last one on its connection, and without the questions whether its body may come, or TLS. */
    private static byte[] request(Socket connection, String head) throws IOException {
        RequestHead.letBodyCome(head, connection.getOutputStream());
        byte[] body = connection.getInputStream().readNBytes(RequestHead.contentLength(head));
        var request = new ByteArrayOutputStream();
        request.writeBytes(RequestHead.asLast(head).getBytes(StandardCharsets.ISO_8859_1));
        request.writeBytes(body);
        return request.toByteArray();
    }

    private static void refuse(Socket connection, String status, String code) throws IOException {
        connection.getOutputStream().write(ERROR.formatted(status, BODY.formatted(code)).getBytes(StandardCharsets.US_ASCII));
    }

    private static void reset(Socket connection) throws IOException {
        connection.setSoLinger(true, 0);
        connection.close();
    }

    /** Ends all connections. */
    @Override
    public synchronized void close() throws IOException {
        listener.close();
        for (Socket connection : connections) {
            connection.close();
        }
    }
}
