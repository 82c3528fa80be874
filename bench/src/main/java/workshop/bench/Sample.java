package workshop.bench;

import java.util.Arrays;
import java.util.Collection;

/**
 * Values of one quantity, measured again and again.
 *
 * @param sorted the values in ascending order; at least one
 */
record Sample(double[] sorted) {
    static Sample of(Collection<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return new Sample(sorted);
    }

    double median() {
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    /** The smallest value that this many percent of all values do not exceed. */
    double percentile(int percent) {
        return sorted[Math.ceilDiv(sorted.length * percent, 100) - 1];
    }

    double min() {
        return sorted[0];
    }

    double max() {
        return sorted[sorted.length - 1];
    }
}
