package workshop.objectstore;

import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import workshop.testkit.client.Answer;
import workshop.testkit.client.Crowd;
import workshop.testkit.client.SocketClient;
import workshop.testkit.process.RecordedServer;

/**
 * One server process, and clients of it that stay, or leave when they like.
 */
final class RandomRound implements AutoCloseable {
    private static final Duration ALL_TRIES = Duration.ofSeconds(60);
    private static final int LONGEST_STAY_MILLIS = 600;
    private static final Duration LATEST_KILL = Duration.ofMillis(300);

    private final RecordedServer server;
    private final URI address;
    private final Random random;
    private final Collection<StoreVisit> visits = new ConcurrentLinkedQueue<>();
    private final Set<Integer> ports = ConcurrentHashMap.newKeySet();

    RandomRound(RecordedServer server, Random random) {
        this.server = server;
        this.address = server.awaitListening();
        this.random = random;
    }

    /** Has so many requests sent by the clients. */
    void send(int many) {
        Crowd.send(many, () -> visit(() -> { })).answered();
    }

    /** Has so many requests sent by the clients, and the server killed some time after the last of them is sent. */
    void sendAndKill(int many) {
        var left = new AtomicInteger(many);
        Crowd.send(many, () -> visit(() -> {
            if (left.decrementAndGet() == 0) {
                LockSupport.parkNanos(random.nextLong(LATEST_KILL.toNanos())); // whatever the others are at then
                server.kill();
            }
        })).answered();
    }

    /** Asks the server to stop, and waits until it has. */
    void stop() {
        server.terminate();
        server.awaitExit();
    }

    Collection<StoreVisit> visits() {
        return visits;
    }

    /** What the server has told, when it has ended. */
    RequestLog log() {
        return new RequestLog(server.output());
    }

    @Override
    public void close() {
        server.close();
    }

    private boolean visit(Runnable whenSent) throws IOException {
        boolean stays = random.nextBoolean();
        try (var client = connect(stays ? ALL_TRIES : Duration.ofMillis(1 + random.nextInt(LONGEST_STAY_MILLIS)))) {
            client.get("/a");
            whenSent.run();
            var answer = receive(client);
            visits.add(new StoreVisit(client.port(), stays, answer));
            if (random.nextBoolean()) {
                client.reset();
            }
            return answer.status() > 0;
        }
    }

    /** The log tells clients apart by their ports. */
    private SocketClient connect(Duration stay) {
        var client = SocketClient.connect(address, stay);
        while (!ports.add(client.port())) {
            client.close();
            client = SocketClient.connect(address, stay);
        }
        return client;
    }

    private static Answer receive(SocketClient client) throws IOException {
        try {
            return client.receive(true);
        } catch (SocketTimeoutException | SocketException e) {
            return Answer.NONE; // it leaves, or the server was killed
        }
    }
}
