package workshop.bench.measure;

import java.io.IOException;
import java.util.Set;

import workshop.bench.report.ProgressBar;
import workshop.bench.report.Report;

/**
 * What can be measured, by the names of the command line.
 */
public enum Metric {
    rollback("close to rollback", new TimeToRollback()),
    drop("all dropped at once", new MassDisconnect()),
    notice("close to notice", new TimeToNotice()),
    throughput("throughput", new Throughput()),
    memory("memory", new LiveHeap());

    private final String title;
    private final Measurement measurement;

    /** How it is measured, of all contenders that are chosen. */
    interface Measurement {
        /** About how long it takes, in seconds. */
        double seconds(Plan plan);

        /** Measures and reports; the progress advances by those seconds. */
        void measure(Plan plan, Report report, ProgressBar progress) throws IOException, InterruptedException;
    }

    Metric(String title, Measurement measurement) {
        this.title = title;
        this.measurement = measurement;
    }

    /** Measures all of them, one after the other; the report is complete after each. */
    public static void measure(Set<Metric> metrics, Plan plan, Report report) throws IOException, InterruptedException {
        var progress = new ProgressBar(metrics.stream().mapToDouble(each -> each.measurement.seconds(plan)).sum());
        for (var metric : metrics) {
            progress.begin(metric.title);
            metric.measurement.measure(plan, report, progress);
            report.save();
        }
        progress.end();
    }

    /** Whether it has all requests of the plan wait at once. */
    boolean opensAll() {
        return this == drop || this == memory;
    }
}
