package workshop.bench;

import java.util.concurrent.Executors;

import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Jetty 12 with blocking handlers on virtual threads. What its API offers is a listener for the failure of a request; with
 * HTTP/1.1, nobody reads while the handler works, so it is not told of a client that leaves.
 */
final class Jetty implements Contender {
    @Override
    public String name() {
        return "Jetty 12";
    }

    @Override
    public int start(Site site) throws Exception {
        var threads = new QueuedThreadPool();
        threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
        var server = new Server(threads);
        var connector = new ServerConnector(server);
        connector.setHost(Connection.LOOPBACK);
        connector.setAcceptQueueSize(HelidonServer.BACKLOG);
        connector.setIdleTimeout(StagedWork.TIME.toMillis());
        server.addConnector(connector);
        server.setHandler(new Answering(site.room(), site.stagedWork()));
        server.start();
        return connector.getLocalPort();
    }

    private static final class Answering extends Handler.Abstract {
        private final WaitingRoom room;
        private final StagedWork work;

        Answering(WaitingRoom room, StagedWork work) {
            this.room = room;
            this.work = work;
        }

        @Override
        public boolean handle(org.eclipse.jetty.server.Request request, org.eclipse.jetty.server.Response response,
                              Callback callback) throws Exception {
            switch (request.getHttpURI().getPath()) {
                case Request.WAITING -> room.await();
                case Request.STAGING -> {
                    var worker = Thread.currentThread();
                    request.addFailureListener(failure -> worker.interrupt());
                    work.perform();
                }
                default -> { }
            }
            Content.Sink.write(response, true, Answer.TEXT, callback);
            return true;
        }
    }
}
