package workshop.cancellation;

import java.util.function.Supplier;

import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.observe.ObserveFeature;
import io.helidon.webserver.observe.metrics.MetricsObserver;

import workshop.detection.CloseWatch;
import workshop.plumbing.launch.Launcher;
import workshop.plumbing.launch.Settings;
import workshop.plumbing.launch.Work;

/**
 * The server of step 04: the work of a request is several parts, and nothing goes on once it is cancelled.
 */
public final class Main {
    private Main() {
    }

    /**
     * Starts the server.
     *
     * @param args not used; see {@link Settings}
     */
    public static void main(String[] args) {
        Launcher.main(Main::configure);
    }

    /** Configures the server. */
    public static void configure(WebServerConfig.Builder server, Settings settings, Work work) {
        configure(server, settings, work, () -> Storage.inFiles(settings));
    }

    /** Configures the server with another storage, as a later step does. It is opened when all other settings are right. */
    public static void configure(WebServerConfig.Builder server, Settings settings, Work work, Supplier<Storage> storage) {
        var limits = Limits.of(settings);
        var metrics = new RequestMetrics();
        var opened = storage.get();
        server.protocolsDiscoverServices(false).addConnectionSelector(CloseWatch.selector());
        server.featuresDiscoverServices(false).addFeature(observe());
        server.routing(routing -> routing.any("/a", new PartsHandler(opened.staged(), work, limits, metrics))
                .register("/files", opened.committed()));
    }

    private static ObserveFeature observe() {
        return ObserveFeature.builder().observersDiscoverServices(false).addObserver(MetricsObserver.create()).build();
    }
}
