package workshop.site.serve;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Serves a folder on this machine, with a script in each page that loads it again when it has changed.
 */
public final class LiveServer {
    private static final String VERSION = "/version";
    private static final String SCRIPT = """
            <script>(function () {
              var seen = null;
              setInterval(function () {
                fetch("/version").then(function (answer) { return answer.text(); }).then(function (version) {
                  if (seen !== null && seen !== version) { location.reload(); }
                  seen = version;
                }, function () {});
              }, 500);
            }());</script>
            """;
    private static final Map<String, String> TYPES = Map.of("html", "text/html; charset=utf-8", "css", "text/css; charset=utf-8",
                                                            "js", "text/javascript; charset=utf-8", "svg", "image/svg+xml",
                                                            "png", "image/png");

    private final HttpServer server;
    private final Path folder;
    private final AtomicLong version = new AtomicLong(System.nanoTime());

    private LiveServer(HttpServer server, Path folder) {
        this.server = server;
        this.folder = folder.toAbsolutePath().normalize();
    }

    /**
     * Starts a server that only this machine can reach.
     *
     * @param port   the port; 0 for any that is free
     * @param folder what it serves
     * @return the server
     * @throws IOException if the port is in use
     */
    public static LiveServer start(int port, Path folder) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        var live = new LiveServer(server, folder);
        server.createContext("/", live::serve);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return live;
    }

    /**
     * @return where it can be reached
     */
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

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (path.equals(VERSION)) {
                answer(exchange, 200, "text/plain", Long.toString(version.get()).getBytes(StandardCharsets.UTF_8));
                return;
            }
            Path file = folder.resolve(path.substring(1) + (path.endsWith("/") ? "index.html" : "")).normalize();
            if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
                answer(exchange, 404, "text/plain", ("There is no " + path).getBytes(StandardCharsets.UTF_8));
                return;
            }
            String type = TYPES.getOrDefault(file.toString().replaceFirst(".*\\.", ""), "application/octet-stream");
            byte[] content = type.startsWith("text/html")
                    ? Files.readString(file).replace("</body>", SCRIPT + "</body>").getBytes(StandardCharsets.UTF_8)
                    : Files.readAllBytes(file);
            answer(exchange, 200, type, content);
        }
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] content) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
        exchange.getResponseBody().write(content);
    }
}
