package workshop.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * What came of the clients of one contender that left in one way.
 */
final class Rollbacks {
    /** A server that has missed so many clients, and noticed none, misses all. */
    private static final int ENOUGH = 3;

    private final Contender contender;
    private final Leaving way;
    private final List<Double> millis = new ArrayList<>();
    private int missed;

    Rollbacks(Contender contender, Leaving way) {
        this.contender = contender;
        this.way = way;
    }

    /**
     * @param nanos the time to the rollback; negative if there was none
     */
    void add(long nanos) {
        if (nanos < 0) {
            missed++;
        } else {
            millis.add(nanos / 1e6);
        }
    }

    Contender contender() {
        return contender;
    }

    Leaving way() {
        return way;
    }

    boolean neverNoticed() {
        return millis.isEmpty();
    }

    boolean hopeless() {
        return neverNoticed() && missed >= ENOUGH;
    }

    /** The times in milliseconds; only if some were noticed. */
    Sample sample() {
        return Sample.of(millis);
    }

    int missed() {
        return missed;
    }

    int clients() {
        return missed + millis.size();
    }
}
