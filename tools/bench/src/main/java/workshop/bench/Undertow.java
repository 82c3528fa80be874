package workshop.bench;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

import io.undertow.UndertowOptions;
import io.undertow.server.HttpServerExchange;
import org.xnio.Options;

/**
 * Undertow: the trivial answer on the I/O thread, handlers that block dispatched to virtual threads. What its API offers is
 * a listener for the end of the connection; while an exchange is dispatched, nobody reads, so it is not called.
 */
final class Undertow implements Contender {
    private final Executor blocking = Executors.newVirtualThreadPerTaskExecutor();

    @Override
    public String name() {
        return "Undertow";
    }

    @Override
    public int start(Site site) {
        var work = site.stagedWork();
        var server = io.undertow.Undertow.builder()
                .addHttpListener(0, Connection.LOOPBACK)
                .setSocketOption(Options.BACKLOG, HelidonServer.BACKLOG)
                .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, -1)
                .setHandler(exchange -> handle(exchange, site.room(), work))
                .build();
        server.start();
        return ((InetSocketAddress) server.getListenerInfo().getFirst().getAddress()).getPort();
    }

    private void handle(HttpServerExchange exchange, WaitingRoom room, StagedWork work) {
        switch (exchange.getRequestPath()) {
            case Request.WAITING -> exchange.dispatch(blocking, dispatched -> {
                room.await();
                answer(dispatched);
            });
            case Request.STAGING -> exchange.dispatch(blocking, dispatched -> {
                var worker = Thread.currentThread();
                dispatched.getConnection().addCloseListener(closed -> worker.interrupt());
                work.perform();
                answer(dispatched);
            });
            default -> answer(exchange);
        }
    }

    private static void answer(HttpServerExchange exchange) {
        exchange.getResponseSender().send(ByteBuffer.wrap(Answer.bytes()));
    }
}
