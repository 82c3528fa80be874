package workshop.bench;

import java.util.List;

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
record Plan(int forks, int rounds, double seconds, double warmUp, int aborts, int inFlight, double cap,
            List<String> contenders) {
    /** Those of {@link Contenders#ANSWERING} that are measured. */
    List<Contender> answering() {
        return chosen(Contenders.ANSWERING);
    }

    /** Those of {@link Contenders#STAGING} that are measured. */
    List<Contender> staging() {
        return chosen(Contenders.STAGING);
    }

    private List<Contender> chosen(List<Contender> all) {
        return all.stream()
                .filter(each -> contenders.isEmpty() || each == Contenders.BASELINE || contenders.contains(each.name()))
                .toList();
    }
}
