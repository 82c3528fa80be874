package workshop.site;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpHandlers;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;

import workshop.model.page.LocalHost;
import workshop.site.course.Edition;

/**
 * Serves a folder on this machine by the JDK's file server, and tells its pages when there is something new.
 */
final class LiveServer {
    /** RFC 9110, 15.4.3. */
    private static final int FOUND = 302;

    /** RFC 9110, 15.5.20. */
    private static final int MISDIRECTED = 421;

    private static final String RELOAD = """
            (function () {
              var seen = null;
              setInterval(function () {
                fetch("/version").then(function (answer) { return answer.text(); }).then(function (version) {
                  if (seen !== null && seen !== version) { location.reload(); }
                  seen = version;
                }, function () {});
              }, 500);
            }());
            """;

    private final HttpServer server;
    private final AtomicLong version = new AtomicLong(System.nanoTime());

    private LiveServer(HttpServer server) {
        this.server = server;
    }

    /** Starts a server that only this machine can reach, and no page of another site in a browser here; 0 is any port that is free. */
    static LiveServer start(int port, Path folder) throws IOException {
        var files = SimpleFileServer.createFileHandler(Files.createDirectories(folder).toRealPath());
        var toTheCourse = HttpHandlers.of(FOUND, Headers.of("Location", "/" + Edition.LEARNER.folder() + "/"), "");
        var live = new LiveServer(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0));
        live.serve("/", HttpHandlers.handleOrElse(request -> request.getRequestURI().getPath().equals("/"), toTheCourse, files));
        live.serve("/version", exchange -> HttpHandlers.of(200, exchange.getResponseHeaders(), live.version.toString()).handle(exchange));
        live.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        live.server.start();
        return live;
    }

    /** Makes of a page that has this script one that loads again when there is something new. */
    static void addTo(Path script) throws IOException {
        Files.writeString(script, RELOAD, StandardOpenOption.APPEND);
    }

    URI address() {
        return URI.create("http://localhost:%d/".formatted(server.getAddress().getPort()));
    }

    /** Has all open pages load again. */
    void reload() {
        version.incrementAndGet();
    }

    void stop() {
        server.stop(0);
    }

    private void serve(String path, HttpHandler handler) {
        var host = new LocalHost(server.getAddress().getPort());
        var elsewhere = HttpHandlers.of(MISDIRECTED, Headers.of(), "The course is at %s alone.\n".formatted(address()));
        var here = HttpHandlers.handleOrElse(request -> host.isNamed(request.getRequestHeaders().getFirst("Host")), handler, elsewhere);
        server.createContext(path, here)
                .getFilters().add(Filter.beforeHandler("keeps browsers from keeping it",
                                                       exchange -> exchange.getResponseHeaders().set("Cache-Control", "no-store")));
    }
}
