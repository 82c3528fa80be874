package workshop.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * The JDK's own server with an executor of virtual threads. Its API has nothing that tells of a client that has left.
 */
final class JdkServer implements Contender {
    @Override
    public String name() {
        return "JDK";
    }

    @Override
    public int start(Site site) throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true"); // head and body are two writes
        var work = site.stagedWork();
        var server = HttpServer.create(new InetSocketAddress(Connection.LOOPBACK, 0), HelidonServer.BACKLOG);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(Request.TRIVIAL, JdkServer::answer);
        server.createContext(Request.WAITING, exchange -> {
            site.room().await();
            answer(exchange);
        });
        server.createContext(Request.STAGING, exchange -> {
            try {
                work.perform();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            answer(exchange);
        });
        server.start();
        return server.getAddress().getPort();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        byte[] answer = Answer.bytes();
        exchange.sendResponseHeaders(200, answer.length);
        try (var body = exchange.getResponseBody()) {
            body.write(answer);
        }
    }
}
