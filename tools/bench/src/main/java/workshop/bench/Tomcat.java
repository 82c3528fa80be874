package workshop.bench;

import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.connector.Connector;

/**
 * Tomcat 11 with a blocking servlet on virtual threads. The Servlet API tells of a client that has left only by a write
 * that fails.
 */
final class Tomcat implements Contender {
    private static final Logger LOG = Logger.getLogger("org.apache.catalina");

    @Override
    public String name() {
        return "Tomcat 11";
    }

    @Override
    public int start(Site site) throws Exception {
        LOG.setLevel(Level.SEVERE); // it warns that its random numbers took 100 ms
        var server = new org.apache.catalina.startup.Tomcat();
        server.setBaseDir(site.directory().resolve(".tomcat").toString());
        var connector = new Connector();
        connector.setPort(0);
        connector.setProperty("address", Connection.LOOPBACK);
        connector.setProperty("useVirtualThreads", "true");
        connector.setProperty("acceptCount", "" + HelidonServer.BACKLOG);
        connector.setProperty("maxKeepAliveRequests", "-1");
        server.setConnector(connector);
        var context = server.addContext("", null);
        org.apache.catalina.startup.Tomcat.addServlet(context, "all", new Answering(site.room(), site.stagedWork()));
        context.addServletMappingDecoded("/", "all");
        server.start();
        return connector.getLocalPort();
    }

    private static final class Answering extends HttpServlet {
        private static final long serialVersionUID = 1L;
        private final transient WaitingRoom room;
        private final transient StagedWork work;

        Answering(WaitingRoom room, StagedWork work) {
            this.room = room;
            this.work = work;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            try {
                switch (request.getServletPath()) {
                    case Request.WAITING -> room.await();
                    case Request.STAGING -> work.perform();
                    default -> { }
                }
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            byte[] answer = Answer.bytes();
            response.setContentLength(answer.length);
            response.getOutputStream().write(answer);
        }
    }
}
