package workshop.cancellation;

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

    private final AtomicInteger first = new AtomicInteger(-1);
    private final AtomicInteger second = new AtomicInteger(-1);

    private Duel() {
    }

    /**
     * Has them decide.
     *
     * @param first  the decisions of the one, which tell whether they have decided
     * @param second those of the other, one for each of the first
     * @return how many of each pair have decided
     */
    static int[] decided(BooleanSupplier[] first, BooleanSupplier[] second) {
        var duel = new Duel();
        var won = new boolean[2][first.length];
        var other = Background.run(() -> duel.decide(second, won[1], duel.second, duel.first));
        duel.decide(first, won[0], duel.first, duel.second);
        other.result("A call that decides does not return");
        int[] decided = new int[first.length];
        Arrays.setAll(decided, i -> (won[0][i] ? 1 : 0) + (won[1][i] ? 1 : 0));
        return decided;
    }

    private void decide(BooleanSupplier[] decisions, boolean[] won, AtomicInteger own, AtomicInteger others) {
        for (int i = 0; i < decisions.length; i++) {
            own.set(i);
            for (int spins = 0; others.get() < i; spins++) {
                if (spins < SPINS) {
                    Thread.onSpinWait();
                } else {
                    Thread.yield(); // the other one may need this processor
                }
            }
            won[i] = decisions[i].getAsBoolean();
        }
    }
}
