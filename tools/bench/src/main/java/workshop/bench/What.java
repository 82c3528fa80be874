package workshop.bench;

import java.util.function.Supplier;

/**
 * What can be measured.
 */
enum What {
    rollback("close to rollback", TimeToRollback::new),
    drop("all dropped at once", TimeUntilNothingIsLeft::new),
    notice("close to notice", TimeToNotice::new),
    throughput("throughput", Throughput::new),
    memory("memory", HeapPerRequest::new);

    private final String title;
    private final Supplier<Measurement> measurement;

    What(String title, Supplier<Measurement> measurement) {
        this.title = title;
        this.measurement = measurement;
    }

    /** For the progress. */
    String title() {
        return title;
    }

    Measurement measurement() {
        return measurement.get();
    }

    /** Whether it has all requests of {@link Plan#inFlight()} wait at once. */
    boolean opensAll() {
        return this == drop || this == memory;
    }
}
