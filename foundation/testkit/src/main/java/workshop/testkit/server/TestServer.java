package workshop.testkit.server;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;

import org.apache.commons.io.file.FilesUncheck;

import workshop.plumbing.launch.Application;
import workshop.plumbing.launch.Launcher;
import workshop.plumbing.launch.Settings;
import workshop.plumbing.launch.Work;
import workshop.testkit.wait.Background;

/**
 * A step's server inside the test: on a free port, with a new directory, its log recorded, and its work at a
 * {@link GatedWork}. Settings of its own replace defaults. An {@link Application} that the service loader finds is added: a later
 * step lets the tests of an earlier one judge what it has changed.
 */
public final class TestServer implements AutoCloseable {
    private static final Duration STOP_CAP = Duration.ofSeconds(5);

    private final GatedWork gate = new GatedWork();
    private final Application application;
    private final Map<String, String> settings;
    private final Work work;
    private volatile Runnable beforeAnswer = () -> { };
    private Running running;

    /** What there is once the server has been started. */
    private record Running(WebServer server, Path directory, RecordedLog log) {
    }

    private TestServer(Application application, Map<String, String> settings, Optional<Work> work) {
        this.application = application;
        this.settings = settings;
        this.work = work.orElse(gate);
    }

    /**
     * A server that is started when a test first asks for it, so that it can be a field of its class: JUnit makes an object also
     * for a test that is then left out, and never closes what it has.
     */
    public static TestServer onDemand(Application application) {
        return onDemand(application, Map.of());
    }

    /** Like {@link #onDemand(Application)}, with settings of its own. */
    public static TestServer onDemand(Application application, Map<String, String> settings) {
        return new TestServer(application, settings, Optional.empty());
    }

    /** Starts a server. */
    public static TestServer start(Application application) {
        return start(application, Map.of());
    }

    /** Starts a server with settings of its own. */
    public static TestServer start(Application application, Map<String, String> settings) {
        return started(new TestServer(application, settings, Optional.empty()));
    }

    /** Starts a server whose work is not at the gate. */
    public static TestServer start(Application application, Work work) {
        return start(application, Map.of(), work);
    }

    /** Starts a server with settings of its own, whose work is not at the gate. */
    public static TestServer start(Application application, Map<String, String> settings, Work work) {
        return started(new TestServer(application, settings, Optional.of(work)));
    }

    private static TestServer started(TestServer server) {
        server.running();
        return server;
    }

    private synchronized Running running() {
        if (running == null) {
            var all = new HashMap<>(settings);
            all.put("server.port", "0");
            all.computeIfAbsent("workshop.directory", _ -> TemporaryDirectory.create().path().toString());
            var log = new RecordedLog();
            var server = Launcher.start((builder, checked, given) -> {
                application.configure(builder, checked, given);
                ServiceLoader.load(Application.class).forEach(added -> added.configure(builder, checked, given));
                builder.routing().orElseThrow().addFilter(this::tellWhenItEnds);
            }, Settings.of(all), work);
            running = new Running(server, Path.of(all.get("workshop.directory")), log);
        }
        return running;
    }

    /** The work of every request. */
    public GatedWork gate() {
        return gate;
    }

    /** The lines that the server logged. */
    public RecordedLog log() {
        return running().log;
    }

    /** Where the server writes its files. */
    public Path directory() {
        return running().directory;
    }

    /** The names of the files in the directory, sorted. */
    public List<String> files() {
        try (var entries = FilesUncheck.list(directory())) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    /** The address of a path on the server, such as {@code /a}. */
    public URI uri(String path) {
        return URI.create("http://localhost:" + running().server.port() + path);
    }

    /** Has something done on the handler's thread just before the first byte of an answer is sent; for each answer from now on. */
    public void beforeAnswer(Runnable action) {
        beforeAnswer = action;
    }

    /** Stops the server gracefully, as SIGTERM does, and returns when every connection has ended. */
    public void stop() {
        running().server.stop();
    }

    private void tellWhenItEnds(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        response.beforeSend(() -> beforeAnswer.run());
        try {
            chain.proceed();
        } finally {
            String status = "status " + response.status().code();
            List<String> warnings = running.log.warnings();
            gate.requestEnded(warnings.isEmpty() ? status : "%s (the log: %s)".formatted(status, warnings));
        }
    }

    /** Stops it, and removes what it has written. A server that does not stop, as where a handler never ends, is left behind. */
    @Override
    public synchronized void close() {
        if (running != null) {
            gate.openForGood();
            boolean stopped = Background.run(() -> running.server.stop()).isDone(STOP_CAP);
            running.log.close();
            if (stopped) {
                new TemporaryDirectory(running.directory).close();
            }
        }
    }
}
