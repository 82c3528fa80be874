package workshop.bench.measure;

import java.io.IOException;
import java.util.Set;

import workshop.bench.client.Protocol;
import workshop.bench.report.ProgressBar;
import workshop.bench.report.Report;
import workshop.bench.report.Target;

/**
 * What can be measured, by the names of the command line: those that end with 2 over HTTP/2, the others over HTTP/1.1.
 */
public enum Metric {
    rollback("close to rollback", new TimeToRollback(Protocol.HTTP_1)),
    drop("all dropped at once", new MassDisconnect()),
    notice("close to notice", new TimeToNotice(Protocol.HTTP_1)),
    throughput("throughput", new Throughput(Protocol.HTTP_1)),
    memory("memory", new LiveHeap(Protocol.HTTP_1, Target.atMost(5, " KiB"))),
    rollback2("rollback, HTTP/2", new TimeToRollback(Protocol.HTTP_2)),
    notice2("notice, HTTP/2", new TimeToNotice(Protocol.HTTP_2)),
    throughput2("throughput, HTTP/2", new Throughput(Protocol.HTTP_2)),
    memory2("memory, HTTP/2", new LiveHeap(Protocol.HTTP_2, Target.atMost(3, " KiB"))),
    store("close to empty store", new TimeInStore()),
    start("time to start", new TimeToStart());

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
        return this == drop || this == memory || this == memory2;
    }
}
