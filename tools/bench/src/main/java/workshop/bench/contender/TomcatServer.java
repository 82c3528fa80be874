package workshop.bench.contender;

import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;

import workshop.bench.workload.Endpoints;
import workshop.bench.workload.ServerSetup;

/**
 * Tomcat 11 with a blocking servlet on virtual threads. The Servlet API tells of a client that has left only by a write
 * that fails.
 */
final class TomcatServer {
    private static final Logger LOG = Logger.getLogger("org.apache.catalina");

    private TomcatServer() {
    }

    static int start(ServerSetup setup) throws Exception {
        LOG.setLevel(Level.SEVERE); // it warns that its random numbers took 100 ms
        var server = new Tomcat();
        server.setBaseDir(setup.directory().resolve(".tomcat").toString());
        var connector = new Connector();
        connector.setPort(0);
        connector.setProperty("address", Endpoints.LOOPBACK);
        connector.setProperty("useVirtualThreads", "true");
        connector.setProperty("acceptCount", "" + Endpoints.BACKLOG);
        connector.setProperty("maxKeepAliveRequests", "-1");
        server.setConnector(connector);
        var context = server.addContext("", null);
        Tomcat.addServlet(context, "all", servlet(setup));
        context.addServletMappingDecoded("/", "all");
        server.start();
        return connector.getLocalPort();
    }

    private static HttpServlet servlet(ServerSetup setup) {
        var work = setup.workload();
        return new HttpServlet() {
            @Override
            protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
                try {
                    work.perform(request.getServletPath());
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                byte[] answer = Endpoints.answer();
                response.setContentLength(answer.length);
                response.getOutputStream().write(answer);
            }
        };
    }
}
