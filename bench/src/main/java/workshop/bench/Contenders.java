package workshop.bench;

import java.util.List;

/**
 * Every server that is measured. The first is the baseline: the others are compared with it.
 */
final class Contenders {
    static final List<Contender> ALL = List.of(new StockHelidon(), new UnwatchedHelidon(), new WatchedHelidon());

    static final Contender BASELINE = ALL.getFirst();

    private Contenders() {
    }

    static Contender named(String name) {
        return ALL.stream().filter(contender -> contender.name().equals(name)).findFirst().orElseThrow();
    }
}
