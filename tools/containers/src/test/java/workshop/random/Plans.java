package workshop.random;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Makes every choice of the clients. The same seed makes the same choices.
 */
final class Plans {
    private static final List<String> METHODS = List.of("GET", "HEAD", "POST");
    private static final int MOST_REQUESTS = 5;
    private static final int LONGEST_BODY = 100 * 1024;
    /** What a server takes on a whole connection before it says that it takes more (RFC 9113, section 6.9.2). */
    private static final int HTTP2_WINDOW = 0xffff;
    private static final int MOST_CUTS = 4;
    private static final int SHORTEST_HEAD = 46; // in HTTP/1.1
    private static final int TO_THE_END = Integer.MAX_VALUE;
    private static final long LONGEST_PAUSE_NANOS = Duration.ofMillis(3).toNanos();
    /** For each request about as long as one takes, so that some leave when they have nearly all their answers. */
    private static final long LONGEST_STAY_NANOS = Duration.ofMillis(20).toNanos();

    private final Random random;
    private final List<String> protocols;
    private final boolean http2;
    private int next;

    /** What the choices follow from, and what the server speaks: beside HTTP/1.1, it may be HTTP/2. */
    Plans(long seed, List<String> protocols, boolean http2) {
        this.random = new Random(seed);
        this.protocols = protocols;
        this.http2 = http2;
    }

    /** Plans with so many requests in all. */
    List<Plan> random(int requests) {
        var plans = new ArrayList<Plan>();
        int last = next + requests;
        while (next < last) {
            plans.add(plan(Math.min(last - next, 1 + random.nextInt(MOST_REQUESTS))));
        }
        return plans;
    }

    /** Plans with so many requests in all that are given up as soon as they are sent; so many at most on each connection, and one more. */
    List<Plan> rapidResets(int requests, int onEach) {
        var plans = new ArrayList<Plan>();
        for (int left = requests; left > 0; left -= onEach) {
            var rapid = IntStream.range(0, Math.min(left, onEach)).mapToObj(_ -> get(Optional.of(Duration.ZERO)));
            plans.add(usual(true, Stream.concat(rapid, Stream.of(get(Optional.empty()))).toList())); // its answer tells that all have come
        }
        return plans;
    }

    /** A plan with nothing special: whoever makes that visit has an answer from a server that is well. */
    Plan plain() {
        return usual(false, List.of(get(Optional.empty())));
    }

    private Plan usual(boolean inHttp2, List<PlannedRequest> requests) {
        return new Plan(protocols.getFirst(), inHttp2, requests, false, Plan.Way.FIN, true, Duration.ZERO);
    }

    private PlannedRequest get(Optional<Duration> givenUp) {
        return new PlannedRequest(next++, "GET", 0, List.of(TO_THE_END), 0, givenUp);
    }

    private Plan plan(int many) {
        boolean inHttp2 = http2 && random.nextBoolean();
        var requests = IntStream.range(0, many).mapToObj(_ -> request(inHttp2)).toList();
        return new Plan(any(protocols), inHttp2, requests, random.nextBoolean(), any(List.of(Plan.Way.values())), random.nextBoolean(),
                        Duration.ofNanos(random.nextLong(many * LONGEST_STAY_NANOS)));
    }

    private PlannedRequest request(boolean inHttp2) {
        String method = any(METHODS);
        int longest = inHttp2 ? HTTP2_WINDOW / MOST_REQUESTS : LONGEST_BODY;
        int bodyLength = method.equals("POST") ? random.nextInt(longest + 1) : 0;
        int cuts = random.nextBoolean() ? 0 : 1 + random.nextInt(MOST_CUTS);
        var segments = IntStream.concat(random.ints(cuts, 1, SHORTEST_HEAD).distinct().sorted(), IntStream.of(TO_THE_END)).boxed().toList();
        Optional<Duration> givenUp = inHttp2 && random.nextBoolean()
                ? Optional.of(Duration.ofNanos(random.nextLong(LONGEST_STAY_NANOS))) : Optional.empty();
        return new PlannedRequest(next++, method, bodyLength, segments, cuts == 0 ? 0 : random.nextLong(LONGEST_PAUSE_NANOS), givenUp);
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
