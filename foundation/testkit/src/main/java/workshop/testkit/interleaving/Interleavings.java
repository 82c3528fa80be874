package workshop.testkit.interleaving;

import java.lang.reflect.Constructor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

import workshop.testkit.wait.Patience;

/**
 * Two calls on one object at the same moment, in each order in which their steps can follow on each other: the first one begins,
 * the second one comes in between, and the first one once more. A race needs no luck then, and no second processor.
 */
public final class Interleavings {
    private static final int MOST_STEPS = 8;
    private static final Duration CAP = Duration.ofSeconds(2);

    private final Constructor<?> constructor;
    private final Call first;
    private final Call second;

    /**
     * @param stepping a class from a {@link SteppingLoader}, with a constructor without parameters
     * @param first    a call
     * @param second   another one, or the same
     */
    public Interleavings(Class<?> stepping, Call first, Call second) throws NoSuchMethodException {
        this.constructor = stepping.getDeclaredConstructor();
        this.first = first;
        this.second = second;
        constructor.setAccessible(true);
    }

    /**
     * How one of them went.
     *
     * @param steps the steps in their order, and what the calls have returned
     * @param told  how many of the two have returned {@code true}
     */
    public record Run(String steps, int told) {
    }

    /** All of them. */
    public List<Run> runs() throws ReflectiveOperationException {
        int most = steps(first);
        int between = steps(second);
        var runs = new ArrayList<Run>();
        for (int before = 1; before <= most; before++) {
            for (int there = 1; there <= between; there++) {
                for (int more = 1; more <= most - before + 1; more++) {
                    runs.add(run(before, there, more));
                }
            }
        }
        return runs;
    }

    /** How many steps a call has that nobody disturbs. */
    private int steps(Call call) throws ReflectiveOperationException {
        var steps = new ArrayList<String>();
        call.stepped(constructor.newInstance(), steps).take(SteppedThread.ALL);
        return Math.clamp(steps.size(), 1, MOST_STEPS);
    }

    private Run run(int before, int there, int more) throws ReflectiveOperationException {
        Object object = constructor.newInstance();
        var steps = new ArrayList<String>();
        var one = first.stepped(object, steps);
        var other = second.stepped(object, steps);
        one.take(before);
        other.take(there);
        one.take(more);
        long end = System.nanoTime() + Patience.of(CAP).toNanos();
        while (!(one.hasEnded() && other.hasEnded())) {
            if (System.nanoTime() > end) { // a lock that is free again takes a moment to wake who waits for it
                throw new AssertionError("%s and %s wait for each other:%n%s".formatted(one, other, text(steps)));
            }
            other.take(SteppedThread.ALL);
            one.take(SteppedThread.ALL);
            LockSupport.parkNanos(20_000);
        }
        String text = "%s%n  %s returned %s, and %s %s".formatted(text(steps), one, one.result(), other, other.result());
        return new Run(text, (one.result() ? 1 : 0) + (other.result() ? 1 : 0));
    }

    private static String text(List<String> steps) {
        return steps.stream().map(step -> "  " + step).collect(Collectors.joining(System.lineSeparator()));
    }
}
