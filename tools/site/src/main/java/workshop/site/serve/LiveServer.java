package workshop.site.serve;

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
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpHandlers;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.Request;
import com.sun.net.httpserver.SimpleFileServer;

import workshop.model.page.LocalHost;
import workshop.site.course.Edition;

/**
 * Serves a folder on this machine by the JDK's file server, and tells its pages when there is something new.
 */
public final class LiveServer {
    /** RFC 9110, 15.4.3. */
    private static final int FOUND = 302;

    /** RFC 9110, 15.5.20. */
    private static final int MISDIRECTED = 421;

    private static final HttpHandler TO_THE_COURSE = HttpHandlers.of(FOUND, Headers.of("Location", "/" + Edition.LEARNER.folder() + "/"), "");

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

    /**
     * Starts a server that only this machine can reach, and no page of another site in a browser here.
     *
     * @param port   the port; 0 for any that is free
     * @param folder what it serves
     * @return the server
     * @throws IOException if the port is in use, or the folder can't be made
     */
    public static LiveServer start(int port, Path folder) throws IOException {
        var files = SimpleFileServer.createFileHandler(Files.createDirectories(folder).toRealPath());
        var live = new LiveServer(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0));
        live.serve("/", HttpHandlers.handleOrElse(request -> request.getRequestURI().getPath().equals("/"), TO_THE_COURSE, files));
        live.serve("/version", live::tellVersion);
        live.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        live.server.start();
        return live;
    }

    /**
     * Makes of a page one that loads again when there is something new.
     *
     * @param script a script that the page has
     * @throws IOException if it can't be written
     */
    public static void addTo(Path script) throws IOException {
        Files.writeString(script, RELOAD, StandardOpenOption.APPEND);
    }

    /** {@return where it can be reached} */
    public URI address() {
        return URI.create("http://localhost:%d/".formatted(server.getAddress().getPort()));
    }

    /**
     * Has all open pages load again.
     */
    public void reload() {
        version.incrementAndGet();
    }

    /**
     * Stops it.
     */
    public void stop() {
        server.stop(0);
    }

    private void serve(String path, HttpHandler handler) {
        var elsewhere = HttpHandlers.of(MISDIRECTED, Headers.of(), "The course is at %s alone.\n".formatted(address()));
        server.createContext(path, HttpHandlers.handleOrElse(this::isForThisMachine, handler, elsewhere))
                .getFilters().add(Filter.beforeHandler("keeps browsers from keeping it", LiveServer::forbidKeeping));
    }

    private boolean isForThisMachine(Request request) {
        return new LocalHost(server.getAddress().getPort()).isNamed(request.getRequestHeaders().getFirst("Host"));
    }

    private void tellVersion(HttpExchange exchange) throws IOException {
        HttpHandlers.of(200, exchange.getResponseHeaders(), version.toString()).handle(exchange);
    }

    private static void forbidKeeping(HttpExchange exchange) {
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
    }
}
