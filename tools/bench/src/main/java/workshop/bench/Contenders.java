package workshop.bench;

import java.util.List;
import java.util.stream.Stream;

/**
 * Every server that is measured.
 */
final class Contenders {
    /** The others are compared with it. */
    static final Contender BASELINE = new StockHelidon();

    private static final List<Contender> OTHER_SERVERS =
            List.of(new Jetty(), new Undertow(), new Tomcat(), new Vertx(), new JdkServer());

    /** Those that serve {@value Request#TRIVIAL} and {@value Request#WAITING}; the baseline is the first. */
    static final List<Contender> ANSWERING =
            Stream.concat(Stream.of(BASELINE, new UnwatchedHelidon(), new WatchedHelidon()), OTHER_SERVERS.stream()).toList();

    /** Those that serve {@value Request#STAGING}. */
    static final List<Contender> STAGING =
            Stream.concat(Stream.of(new StepThree(), new StepFour(), BASELINE), OTHER_SERVERS.stream()).toList();

    private Contenders() {
    }

    /** The names of all, each once. */
    static List<String> names() {
        return Stream.concat(ANSWERING.stream(), STAGING.stream()).map(Contender::name).distinct().toList();
    }

    static Contender named(String name) {
        return Stream.concat(ANSWERING.stream(), STAGING.stream())
                .filter(contender -> contender.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
