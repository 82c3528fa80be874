package workshop.cancellation;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

import workshop.testkit.wait.Background;

/**
 * Two threads that decide at the same time, again and again. They wait for each other at each decision, and never sleep: threads
 * that have to be woken come one after the other.
 */
final class Duel {
    private static final int SPINS = 1_000;

    /** On a busy machine a decision takes as long as it takes until both have a processor: then there are fewer of them. */
    private static final Duration CAP = Duration.ofSeconds(5);

    /** So many decisions take milliseconds on a machine that is not busy; for each further time so many, there is the cap once more. */
    private static final int DECISIONS = 30_000;

    /** How many decisions each of them has behind it. */
    private final AtomicInteger first = new AtomicInteger(-1);
    private final AtomicInteger second = new AtomicInteger(-1);
    private final long end;

    private Duel(int decisions) {
        end = System.nanoTime() + CAP.multipliedBy(Math.max(1, decisions / DECISIONS)).toNanos();
    }

    /**
     * Has them decide.
     *
     * @param first  the decisions of the one, which tell whether they have decided
     * @param second those of the other, one for each of the first
     * @return how many of each pair have decided, for as many pairs as there was time for
     */
    static int[] decided(BooleanSupplier[] first, BooleanSupplier[] second) {
        var duel = new Duel(first.length);
        var won = new boolean[2][first.length];
        var other = Background.runOnPlatformThread(() -> duel.decide(second, won[1], duel.second, duel.first));
        duel.decide(first, won[0], duel.first, duel.second);
        other.result("A call that decides does not return");
        int[] decided = new int[Math.min(duel.first.get(), duel.second.get())];
        Arrays.setAll(decided, i -> (won[0][i] ? 1 : 0) + (won[1][i] ? 1 : 0));
        return decided;
    }

    private void decide(BooleanSupplier[] decisions, boolean[] won, AtomicInteger own, AtomicInteger others) {
        for (int i = 0; i < decisions.length; i++) {
            own.set(i);
            if (!awaitOther(others, i)) {
                return;
            }
            won[i] = decisions[i].getAsBoolean();
        }
        own.set(decisions.length);
    }

    /** Waits until the other one is there, too; tells whether it is. */
    private boolean awaitOther(AtomicInteger others, int decision) {
        for (int spins = 0; others.get() < decision; spins++) {
            if (spins < SPINS) {
                Thread.onSpinWait();
            } else if (System.nanoTime() < end) {
                Thread.yield(); // the other one may need this processor
            } else {
                return false;
            }
        }
        return true;
    }
}
