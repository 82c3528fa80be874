package workshop.bench.measure;

import java.util.function.Supplier;

/**
 * What can be measured, by the names of the command line.
 */
public enum Metric {
    rollback("close to rollback", TimeToRollback::new),
    drop("all dropped at once", MassDisconnect::new),
    notice("close to notice", TimeToNotice::new),
    throughput("throughput", Throughput::new),
    memory("memory", LiveHeap::new);

    private final String title;
    private final Supplier<Measurement> measurement;

    Metric(String title, Supplier<Measurement> measurement) {
        this.title = title;
        this.measurement = measurement;
    }

    /** For the progress. */
    public String title() {
        return title;
    }

    /** A new one. */
    public Measurement measurement() {
        return measurement.get();
    }

    /** Whether it has all requests of the plan wait at once. */
    public boolean opensAll() {
        return this == drop || this == memory;
    }
}
