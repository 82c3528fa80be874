package workshop.bench.contender;

import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;

import workshop.bench.workload.Endpoints;
import workshop.bench.workload.PendingRequests;
import workshop.bench.workload.Workload;

/**
 * Tomcat 11 with a blocking servlet on virtual threads. The Servlet API tells of a client that has left only by a write
 * that fails.
 */
final class TomcatServer {
    private static final Logger LOG = Logger.getLogger("org.apache.catalina");

    private TomcatServer() {
    }

    static int start(Path directory, PendingRequests pending) throws Exception {
        LOG.setLevel(Level.SEVERE); // it warns that its random numbers took 100 ms
        var work = new Workload(directory, pending);
        var server = new Tomcat();
        server.setBaseDir(directory.resolve(".tomcat").toString());
        var connector = new Connector();
        connector.setPort(0);
        connector.setProperty("address", Endpoints.LOOPBACK);
        connector.setProperty("useVirtualThreads", "true");
        connector.setProperty("acceptCount", "" + Endpoints.BACKLOG);
        connector.setProperty("maxKeepAliveRequests", "-1");
        server.setConnector(connector);
        var context = server.addContext("", null);
        Tomcat.addServlet(context, "all", new HttpServlet() {
            @Override
            protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
                work.perform(request.getServletPath());
                byte[] answer = Endpoints.answer();
                response.setContentLength(answer.length);
                response.getOutputStream().write(answer);
            }
        });
        context.addServletMappingDecoded("/", "all");
        server.start();
        return connector.getLocalPort();
    }
}
