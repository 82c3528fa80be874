package workshop.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;

import workshop.bench.client.ClientConnection;
import workshop.bench.client.Protocol;
import workshop.bench.client.WayToLeave;
import workshop.bench.contender.Contender;
import workshop.bench.jvm.ServerJvm;
import workshop.bench.report.Latencies;
import workshop.bench.report.ProgressBar;
import workshop.bench.report.Report;
import workshop.bench.report.RollbackPlot;
import workshop.bench.workload.Endpoints;
import workshop.testkit.server.ServerFiles;

/**
 * How long the staged file of a client that leaves stays.
 * <p>
 * The time is that from just before the client leaves until its file is seen to be gone. The client and the one
 * who looks are the same thread; the server has a JVM of its own. One client at a time.
 */
record TimeToRollback(Protocol protocol) implements Metric.Measurement {
    private static final int WARM_UP = 100;

    /** The pause between two looks; the operating system makes it some 60 microseconds. */
    private static final long LOOK_NANOS = 10_000;
    private static final double SECONDS_PER_CLIENT = 0.025;

    @Override
    public double seconds(Plan plan) {
        return SECONDS_PER_CLIENT * plan.aborts * plan.chosen(Contender.STAGING, protocol).size() * protocol.ways().size();
    }

    @Override
    public void measure(Plan plan, Report report, ProgressBar progress) throws IOException, InterruptedException {
        var results = new ArrayList<Latencies>();
        for (var contender : plan.chosen(Contender.STAGING, protocol)) {
            try (var server = ServerJvm.start(contender, protocol)) {
                var files = new StagedFiles(server.directory());
                for (var way : protocol.ways()) {
                    var warmUp = measure(server, files, way, Math.min(WARM_UP, plan.aborts), plan.cap);
                    results.add(warmUp.hopeless() ? warmUp : measure(server, files, way, plan.aborts, plan.cap));
                    progress.advance(SECONDS_PER_CLIENT * plan.aborts);
                }
                if (!new ServerFiles(server.directory()).committed().isEmpty()) {
                    throw new IOException(contender + " has committed a file before its work was done");
                }
            }
        }
        if (protocol == Protocol.HTTP_1) {
            report.plot(RollbackPlot.svg(results));
        }
        report.table("Time from the client's close to the end of the rollback" + protocol.suffix(),
                     ("Milliseconds until the staged file is gone, for clients that leave %d ms after it was"
                             + " staged. What is still there after %s s counts as missed. A server that misses the"
                             + " first three clients is not asked again.")
                             .formatted(ClientConnection.STAYS_MILLIS, plan.cap),
                     "contender | way | clients | " + Latencies.COLUMNS);
        for (var result : results) {
            report.row("%s | %s | %d | %s", result.contender(), result.way(), result.nanos().size(), result.cells());
        }
    }

    private Latencies measure(ServerJvm server, StagedFiles files, WayToLeave way, int clients, double cap)
            throws IOException, InterruptedException {
        var latencies = new Latencies(server.contender(), way, new ArrayList<>());
        for (int i = 0; i < clients && !latencies.hopeless(); i++) {
            latencies.nanos().add(nanosToRollback(server.port(), files, way, cap));
        }
        return latencies;
    }

    /** Negative if the file stays longer than the cap, in seconds. */
    private long nanosToRollback(int port, StagedFiles files, WayToLeave way, double cap)
            throws IOException, InterruptedException {
        try (var connection = protocol.connect(port, Endpoints.STAGING)) {
            connection.send(1);
            var file = files.awaitNext();
            Thread.sleep(ClientConnection.STAYS_MILLIS);
            long left = System.nanoTime();
            connection.leave(way);
            long gone = StagedFiles.poll(() -> Files.notExists(file), cap, LOOK_NANOS);
            return gone < 0 ? -1 : gone - left;
        }
    }
}
