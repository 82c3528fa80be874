package workshop.bench.contender;

import java.nio.file.Path;
import java.util.concurrent.Executors;

import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

import workshop.bench.workload.Endpoints;
import workshop.bench.workload.PendingRequests;
import workshop.bench.workload.Workload;

/**
 * Jetty 12 with blocking handlers on virtual threads. What its API offers is a listener for the failure of a request; with
 * HTTP/1.1, nobody reads while the handler works, so it is not told of a client that leaves.
 */
final class JettyServer {
    private JettyServer() {
    }

    static int start(Path directory, PendingRequests pending) throws Exception {
        var work = new Workload(directory, pending);
        var threads = new QueuedThreadPool();
        threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
        var server = new Server(threads);
        var connector = new ServerConnector(server, new HttpConnectionFactory(),
                                            new HTTP2CServerConnectionFactory(new HttpConfiguration()));
        connector.setHost(Endpoints.LOOPBACK);
        connector.setAcceptQueueSize(Endpoints.BACKLOG);
        connector.setIdleTimeout(Workload.TIME.toMillis());
        server.addConnector(connector);
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws Exception {
                var path = request.getHttpURI().getPath();
                if (!path.equals(Endpoints.TRIVIAL)) {
                    var worker = Thread.currentThread();
                    Runnable onClientGone = path.equals(Endpoints.WAITING) ? pending::clientGone : worker::interrupt;
                    request.addFailureListener(failure -> onClientGone.run());
                }
                work.perform(path);
                Content.Sink.write(response, true, Endpoints.ANSWER, callback);
                return true;
            }
        });
        server.start();
        return connector.getLocalPort();
    }
}
