package workshop.bench.report;

import java.util.Collection;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;

/**
 * Values of one quantity, measured again and again.
 * <p>
 * Each statistic takes an element or two of the sorted values: libraries have the percentiles, and not the interval.
 *
 * @param sorted the values in ascending order; at least one
 */
public record Sample(List<Double> sorted) {
    /** The values in any order. */
    public static Sample of(Collection<Double> values) {
        return new Sample(values.stream().sorted().toList());
    }

    /** What two series of the same length make, pair by pair. */
    public static Sample ofPairs(List<Double> own, List<Double> baseline, DoubleBinaryOperator comparison) {
        return of(IntStream.range(0, own.size())
                          .mapToObj(i -> comparison.applyAsDouble(own.get(i), baseline.get(i)))
                          .toList());
    }

    /** The middle value, or the mean of the two in the middle. */
    public double median() {
        return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
    }

    /** The smallest value that this many percent of all values do not exceed. */
    public double percentile(int percent) {
        return sorted.get(Math.ceilDiv(sorted.size() * percent, 100) - 1);
    }

    /** How many values lie outside the interval, at each end, that holds the true median in 95 of 100 cases. */
    private int outside() {
        return Math.max(0, (int) ((sorted.size() - 1.96 * Math.sqrt(sorted.size())) / 2));
    }

    /** The lower end of the median's confidence interval of 95 %, whatever the distribution. */
    public double medianAtLeast() {
        return sorted.get(outside());
    }

    /** The upper end. */
    public double medianAtMost() {
        return sorted.reversed().get(outside());
    }

    public double min() {
        return sorted.getFirst();
    }

    public double max() {
        return sorted.getLast();
    }
}
