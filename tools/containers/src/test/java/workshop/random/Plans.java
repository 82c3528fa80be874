package workshop.random;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Makes every choice of the clients. The same seed makes the same choices.
 */
final class Plans {
    private static final List<String> METHODS = List.of("GET", "HEAD", "POST");
    private static final int MOST_REQUESTS = 5;
    private static final int LONGEST_BODY = 100 * 1024;
    private static final int MOST_CUTS = 4;
    private static final long LONGEST_PAUSE_NANOS = Duration.ofMillis(3).toNanos();
    /** For each request about as long as one takes, so that some leave when they have nearly all their answers. */
    private static final long LONGEST_STAY_NANOS = Duration.ofMillis(20).toNanos();

    private final Random random;
    private final List<String> protocols;
    private int next;

    /**
     * @param seed      what the choices follow from
     * @param protocols what the server speaks
     */
    Plans(long seed, List<String> protocols) {
        this.random = new Random(seed);
        this.protocols = protocols;
    }

    /** Visits with so many requests in all. */
    List<PlannedVisit> visits(int requests) {
        var visits = new ArrayList<PlannedVisit>();
        int last = next + requests;
        while (next < last) {
            visits.add(visit(Math.min(last - next, 1 + random.nextInt(MOST_REQUESTS))));
        }
        return visits;
    }

    /** A visit with nothing special: whoever makes it has an answer from a server that is well. */
    PlannedVisit plainVisit() {
        var request = PlannedRequest.whole(next++, "GET", 0);
        var departure = new Departure(Departure.Way.FIN, true, Duration.ZERO);
        return new PlannedVisit(protocols.getFirst(), List.of(request), false, departure);
    }

    private PlannedVisit visit(int many) {
        var requests = IntStream.range(0, many).mapToObj(i -> request()).toList();
        return new PlannedVisit(any(protocols), requests, random.nextBoolean(), departure(many));
    }

    private PlannedRequest request() {
        String method = any(METHODS);
        int bodyLength = method.equals("POST") ? random.nextInt(LONGEST_BODY + 1) : 0;
        var whole = PlannedRequest.whole(next++, method, bodyLength);
        return random.nextBoolean() ? whole : whole.cut(cuts(whole.head().length()), random.nextLong(LONGEST_PAUSE_NANOS));
    }

    private List<Integer> cuts(int length) {
        return random.ints(1 + random.nextInt(MOST_CUTS), 1, length).distinct().sorted().boxed().toList();
    }

    private Departure departure(int requests) {
        var way = any(List.of(Departure.Way.values()));
        return new Departure(way, random.nextBoolean(), Duration.ofNanos(random.nextLong(requests * LONGEST_STAY_NANOS)));
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
