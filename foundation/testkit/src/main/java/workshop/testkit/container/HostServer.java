package workshop.testkit.container;

import java.util.Map;

/**
 * How containers reach a server that runs inside a test, on the host of the engine.
 */
public final class HostServer {
    /** The name of the host inside a container. */
    public static final String NAME = "host.docker.internal";
    /** What the engine turns into the address of the host. */
    public static final String GATEWAY = "host-gateway";
    /** The settings of such a server: it listens on all addresses. */
    public static final Map<String, String> SETTINGS = Map.of("server.host", "0.0.0.0");

    private HostServer() {
    }
}
