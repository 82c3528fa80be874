package workshop.bench.plan;

import java.util.List;

import workshop.bench.contender.Contender;

/**
 * How much is measured.
 *
 * @param forks      how often each measurement starts its JVMs anew: each compiles its code in its own way
 * @param rounds     of the throughput, for each fork; in a round, every contender has one turn
 * @param seconds    how long a turn is
 * @param warmUp     how long each contender runs before the first round of a fork, in seconds, for each number of connections
 * @param aborts     clients that leave in each way, for the time to the notice and to the rollback
 * @param inFlight   requests that wait at the same time, for the heap and for the clients that leave all at once
 * @param cap        how long to wait for a rollback, in seconds: after that, it counts as missed
 * @param contenders the names of those that are measured besides the baseline; all if there are none
 */
public record Plan(int forks, int rounds, double seconds, double warmUp, int aborts, int inFlight, double cap,
                   List<String> contenders) {
    /** Those of some contenders that are measured, in their order. */
    public List<Contender> chosen(List<Contender> all) {
        return all.stream()
                .filter(each -> contenders.isEmpty() || each == Contender.BASELINE || contenders.contains(each.toString()))
                .toList();
    }
}
