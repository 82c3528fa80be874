package workshop.bench.contender;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import workshop.bench.client.Protocol;
import workshop.bench.workload.Endpoints;
import workshop.bench.workload.PendingRequests;
import workshop.bench.workload.Workload;

/**
 * Every server that is measured. A further one is one more class, named here.
 */
public enum Contender {
    STOCK_HELIDON("stock Helidon", HelidonServer::startStock),
    UNWATCHED("unwatched", HelidonServer::startUnwatched),
    WATCHED("watched", HelidonServer::startWatched),
    JETTY("Jetty 12", JettyServer::start),
    UNDERTOW("Undertow", UndertowServer::start),
    TOMCAT("Tomcat 11", TomcatServer::start),
    VERTX("Vert.x 5", VertxServer::start),
    JDK("JDK", JdkServer::start),
    STEP_03("step 03", (directory, pending) -> SolutionServer.start(workshop.cleanup.Main::main, directory, Workload.TIME)),
    /** Four parts of work for each request, which stop before the file is removed. */
    STEP_04("step 04", (directory, pending) -> SolutionServer.start(workshop.cancellation.Main::main, directory, Workload.TIME)),
    /** The same work. In HTTP/1.1, it is step 04. */
    STEP_05("step 05", (directory, pending) -> SolutionServer.start(workshop.http2.Main::main, directory, Workload.TIME)),
    /** The work of each part is its upload to a store. */
    STEP_06("step 06", (directory, pending) -> SolutionServer.start(workshop.objectstore.Main::main, directory, Duration.ZERO));

    /** The others are compared with it. */
    public static final Contender BASELINE = STOCK_HELIDON;

    /** Those that serve {@value Endpoints#TRIVIAL} and {@value Endpoints#WAITING}; the baseline is the first. */
    public static final List<Contender> ANSWERING =
            List.of(STOCK_HELIDON, UNWATCHED, WATCHED, JETTY, UNDERTOW, TOMCAT, VERTX, JDK);

    /** Those that tell {@link PendingRequests#clientGone()} that the client of a waiting request has left, once they are told. */
    public static final List<Contender> NOTICING = List.of(WATCHED, JETTY, UNDERTOW, TOMCAT, VERTX);

    /** Those that serve {@value Endpoints#STAGING}. */
    public static final List<Contender> STAGING =
            List.of(STEP_03, STEP_04, STEP_05, STOCK_HELIDON, JETTY, UNDERTOW, TOMCAT, VERTX, JDK);

    /** Those that make an object in a store: step 06 at {@value Endpoints#STAGING}, the others at {@value Endpoints#STORING}. */
    public static final List<Contender> STORING = List.of(STEP_06, STOCK_HELIDON, TOMCAT, VERTX);

    /** Those whose start is measured. */
    public static final List<Contender> STARTING = List.of(STOCK_HELIDON, STEP_04, STEP_06);

    private static final Set<Contender> STOPPING_THE_WORK = Set.of(STEP_04, VERTX);
    private static final Set<Contender> OF_THE_WORKSHOP = Set.of(UNWATCHED, WATCHED, STEP_03, STEP_04, STEP_05, STEP_06);
    private static final Map<Protocol, Set<Contender>> WITHOUT =
            Map.of(Protocol.HTTP_1, Set.of(STEP_05), Protocol.HTTP_2, Set.of(JDK, STEP_03, STEP_04));

    private final String label;
    private final ProtocolServer server;

    /**
     * A server on the loopback interface, in a process of its own. It serves
     * <ul>
     * <li>{@value Endpoints#TRIVIAL}: an answer at once;</li>
     * <li>{@value Endpoints#WAITING}: an answer once {@link PendingRequests#await()} has returned;</li>
     * <li>{@value Endpoints#STAGING}: a staged file, work that lasts, and a rollback if the client leaves first, as
     * far as the server's API tells of that;</li>
     * <li>{@value Endpoints#STORING}: an object in the store of its settings, likewise;</li>
     * </ul>
     * or some of them. Each is written as its documentation recommends.
     */
    interface Server {
        int start(Path directory, PendingRequests pending) throws Exception;
    }

    /** The same for a server that is told which protocol to speak; the others speak each that they can. */
    interface ProtocolServer {
        int start(Protocol protocol, Path directory, PendingRequests pending) throws Exception;
    }

    Contender(String label, Server server) {
        this(label, (_, directory, pending) -> server.start(directory, pending));
    }

    Contender(String label, ProtocolServer server) {
        this.label = label;
        this.server = server;
    }

    /** The names of all, as the reports have them. */
    public static List<String> labels() {
        return Stream.of(values()).map(Contender::toString).toList();
    }

    /** What the reports call it. */
    @Override
    public String toString() {
        return label;
    }

    /**
     * Whether the work of a request ends when its client leaves. Where it goes on, so do its connection and its thread, and
     * those of many waves would be more than a process may have.
     */
    public boolean stopsTheWork() {
        return STOPPING_THE_WORK.contains(this);
    }

    /** Whether it is measured over a protocol. */
    public boolean speaks(Protocol protocol) {
        return !WITHOUT.get(protocol).contains(this);
    }

    /** Whether it is the workshop's own code, which has targets to meet. */
    public boolean isOfTheWorkshop() {
        return OF_THE_WORKSHOP.contains(this);
    }

    /**
     * Starts the server, once in a process: it is never stopped, and ends with the process.
     *
     * @return the port it listens on
     * @throws Exception if it can't be started
     */
    public int start(Protocol protocol, Path directory, PendingRequests pending) throws Exception {
        return server.start(protocol, directory, pending);
    }
}
