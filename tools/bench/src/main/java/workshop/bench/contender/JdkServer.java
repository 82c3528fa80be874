package workshop.bench.contender;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpServer;

import workshop.bench.workload.Endpoints;
import workshop.bench.workload.PendingRequests;
import workshop.bench.workload.Workload;

/**
 * The JDK's own server with an executor of virtual threads. Its API has nothing that tells of a client that has left.
 */
final class JdkServer {
    private JdkServer() {
    }

    static int start(Path directory, PendingRequests pending) throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true"); // head and body are two writes
        var work = new Workload(directory, pending);
        var server = HttpServer.create(new InetSocketAddress(Endpoints.LOOPBACK, 0), Endpoints.BACKLOG);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            work.perform(exchange.getRequestURI().getPath());
            byte[] answer = Endpoints.answer();
            exchange.sendResponseHeaders(200, answer.length);
            try (var body = exchange.getResponseBody()) {
                body.write(answer);
            }
        });
        server.start();
        return server.getAddress().getPort();
    }
}
