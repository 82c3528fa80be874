package workshop.bench.contender;

import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.coyote.http2.Http2Protocol;

import workshop.bench.workload.Endpoints;
import workshop.bench.workload.ObjectUpload;
import workshop.bench.workload.PendingRequests;
import workshop.bench.workload.Workload;

/**
 * Tomcat 11 with a servlet on virtual threads; what takes longer is asynchronous. The Servlet API tells of a client that has
 * left by a write that fails, and a listener of an asynchronous request by its error; with HTTP/1.1, nobody reads meanwhile, so
 * the listener is not called. What goes to a store is as plain as it can be, and blocks.
 */
final class TomcatServer extends HttpServlet {
    private static final Logger LOG = Logger.getLogger("org.apache.catalina");

    private final transient Workload work;
    private final transient PendingRequests pending;

    private TomcatServer(Path directory, PendingRequests pending) {
        this.work = new Workload(directory, pending);
        this.pending = pending;
    }

    static int start(Path directory, PendingRequests pending) throws Exception {
        LOG.setLevel(Level.SEVERE); // it warns that its random numbers took 100 ms
        var server = new Tomcat();
        server.setBaseDir(directory.resolve(".tomcat").toString());
        var connector = new Connector();
        connector.setPort(0);
        connector.setProperty("address", Endpoints.LOOPBACK);
        connector.setProperty("useVirtualThreads", "true");
        connector.setProperty("acceptCount", "" + Endpoints.BACKLOG);
        connector.setProperty("maxKeepAliveRequests", "-1");
        connector.addUpgradeProtocol(new Http2Protocol());
        server.setConnector(connector);
        var context = server.addContext("", null);
        Tomcat.addServlet(context, "all", new TomcatServer(directory, pending)).setAsyncSupported(true);
        context.addServletMappingDecoded("/", "all");
        server.start();
        return connector.getLocalPort();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = request.getServletPath();
        switch (path) {
            case Endpoints.TRIVIAL -> answer(response);
            case Endpoints.STORING -> ObjectUpload.perform(() -> {
                answer(response);
                response.flushBuffer();
            });
            default -> performLater(path, request);
        }
    }

    private void performLater(String path, HttpServletRequest request) {
        var async = request.startAsync();
        async.setTimeout(0);
        var worker = Thread.ofVirtual().unstarted(() -> perform(path, async));
        async.addListener(new ErrorListener(path.equals(Endpoints.WAITING) ? pending::clientGone : worker::interrupt));
        worker.start();
    }

    private void perform(String path, AsyncContext async) {
        try {
            work.perform(path);
            answer((HttpServletResponse) async.getResponse());
            async.complete();
        } catch (IOException | IllegalStateException e) {
            // the client has left: Tomcat has ended the request, if it knows
        }
    }

    private static void answer(HttpServletResponse response) throws IOException {
        byte[] answer = Endpoints.answer();
        response.setContentLength(answer.length);
        response.getOutputStream().write(answer);
    }
}
