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

    /** What the choices follow from, and what the server speaks. */
    Plans(long seed, List<String> protocols) {
        this.random = new Random(seed);
        this.protocols = protocols;
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

    /** A plan with nothing special: whoever makes that visit has an answer from a server that is well. */
    Plan plain() {
        var request = new PlannedRequest(next, "GET", List.of(PlannedRequest.head(next++, "GET", 0)), 0);
        return new Plan(protocols.getFirst(), List.of(request), false, Plan.Way.FIN, true, Duration.ZERO);
    }

    private Plan plan(int many) {
        var requests = IntStream.range(0, many).mapToObj(_ -> request()).toList();
        return new Plan(any(protocols), requests, random.nextBoolean(), any(List.of(Plan.Way.values())), random.nextBoolean(),
                        Duration.ofNanos(random.nextLong(many * LONGEST_STAY_NANOS)));
    }

    private PlannedRequest request() {
        String method = any(METHODS);
        int bodyLength = method.equals("POST") ? random.nextInt(LONGEST_BODY + 1) : 0;
        String head = PlannedRequest.head(next, method, bodyLength);
        int cuts = random.nextBoolean() ? 0 : 1 + random.nextInt(MOST_CUTS);
        var segments = new ArrayList<String>();
        int from = 0;
        for (int cut : random.ints(cuts, 1, head.length()).distinct().sorted().toArray()) {
            segments.add(head.substring(from, cut));
            from = cut;
        }
        segments.add(head.substring(from) + "x".repeat(bodyLength)); // the body goes with the last part of the head
        return new PlannedRequest(next++, method, segments, cuts == 0 ? 0 : random.nextLong(LONGEST_PAUSE_NANOS));
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
