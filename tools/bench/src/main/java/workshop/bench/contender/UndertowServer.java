package workshop.bench.contender;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpServerExchange;
import org.xnio.Options;

import workshop.bench.workload.Endpoints;
import workshop.bench.workload.PendingRequests;
import workshop.bench.workload.Workload;

/**
 * Undertow: the trivial answer on the I/O thread, handlers that block dispatched to virtual threads. What its API offers is
 * a listener for the end of the connection; with HTTP/1.1, while an exchange is dispatched, nobody reads, so it is not called.
 * With HTTP/2, a client that resets its request keeps its connection, and no listener is told.
 */
final class UndertowServer {
    private static final Executor BLOCKING = Executors.newVirtualThreadPerTaskExecutor();

    private UndertowServer() {
    }

    static int start(Path directory, PendingRequests pending) {
        var work = new Workload(directory, pending);
        var server = Undertow.builder()
                .addHttpListener(0, Endpoints.LOOPBACK)
                .setSocketOption(Options.BACKLOG, Endpoints.BACKLOG)
                .setServerOption(UndertowOptions.ENABLE_HTTP2, true)
                .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, -1)
                .setHandler(exchange -> handle(exchange, work, pending))
                .build();
        server.start();
        return ((InetSocketAddress) server.getListenerInfo().getFirst().getAddress()).getPort();
    }

    private static void handle(HttpServerExchange exchange, Workload work, PendingRequests pending) {
        var path = exchange.getRequestPath();
        if (path.equals(Endpoints.TRIVIAL)) {
            answer(exchange);
            return;
        }
        exchange.dispatch(BLOCKING, dispatched -> {
            var worker = Thread.currentThread();
            Runnable onClientGone = path.equals(Endpoints.WAITING) ? pending::clientGone : worker::interrupt;
            dispatched.getConnection().addCloseListener(closed -> onClientGone.run());
            work.perform(path);
            answer(dispatched);
        });
    }

    private static void answer(HttpServerExchange exchange) {
        exchange.getResponseSender().send(ByteBuffer.wrap(Endpoints.answer()));
    }
}
