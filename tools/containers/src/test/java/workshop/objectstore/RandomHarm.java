package workshop.objectstore;

import java.util.List;
import java.util.Random;
import java.util.function.Function;

/**
 * Harms one request in ten, and now and then all that come for a while, so that whole calls fail with all of their tries.
 */
final class RandomHarm implements Function<Operation, Harm> {
    private static final List<Harm> QUICK = List.of(Harm.RESET, Harm.SLOW_DOWN, Harm.ERROR, Harm.ANSWER_LOST);
    /** Each costs a try its whole limit. */
    private static final List<Harm> SLOW = List.of(Harm.SILENCE, Harm.ANSWER_STALLED, Harm.HALF_AN_ANSWER);
    private static final int PERCENT = 9;
    private static final int SLOW_PERCENT = 1;
    private static final int REQUESTS_BETWEEN_OUTAGES = 400;
    private static final int LONGEST_OUTAGE = 200;

    private final Random random;
    private int outage;
    private int done;

    RandomHarm(Random random) {
        this.random = random;
    }

    /** How many requests it has harmed. */
    synchronized int done() {
        return done;
    }

    @Override
    public synchronized Harm apply(Operation operation) {
        var harm = operation == Operation.BUCKET ? null : next(); // a server that starts is not what is judged
        done += harm == null ? 0 : 1;
        return harm;
    }

    private Harm next() {
        if (outage == 0 && random.nextInt(REQUESTS_BETWEEN_OUTAGES) == 0) {
            outage = random.nextInt(LONGEST_OUTAGE);
        }
        if (outage > 0) {
            outage--;
            return any(QUICK);
        }
        int percent = random.nextInt(100);
        return percent < PERCENT ? any(QUICK) : percent < PERCENT + SLOW_PERCENT ? any(SLOW) : null;
    }

    private Harm any(List<Harm> harms) {
        return harms.get(random.nextInt(harms.size()));
    }
}
