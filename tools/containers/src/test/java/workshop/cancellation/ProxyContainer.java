package workshop.cancellation;

import java.net.URI;

import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.DockerImageName;

import workshop.testkit.container.HostServer;

/**
 * A proxy in a container, in front of two servers on the host.
 */
final class ProxyContainer implements AutoCloseable {
    private static final String ALIAS = "proxy";

    private final GenericContainer<?> container;

    ProxyContainer(ProxySetup setup, int server, int recorder) {
        this.container = new GenericContainer<>(DockerImageName.parse(setup.image.reference()))
                .withNetwork(Network.SHARED)
                .withNetworkAliases(ALIAS)
                .withExtraHost(HostServer.NAME, HostServer.GATEWAY)
                .withCopyToContainer(Transferable.of(setup.configuration(server, recorder)), "/etc/proxy.conf")
                .withExposedPorts(ProxySetup.SERVER, ProxySetup.RECORDER);
        container.start();
    }

    /** How a client in a container reaches one of its ports. */
    URI fromContainer(int port) {
        return URI.create("http://%s:%d/a".formatted(ALIAS, port));
    }

    /** How a client in this JVM reaches one of its ports. */
    URI fromHere(int port) {
        return URI.create("http://%s:%d/a".formatted(container.getHost(), container.getMappedPort(port)));
    }

    @Override
    public void close() {
        container.stop();
    }
}
