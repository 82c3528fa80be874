package workshop.objectstore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.Map;

import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

import workshop.cancellation.ServerImage;

/**
 * A store in a container.
 */
final class StoreContainer implements AutoCloseable {
    /** Where it listens. */
    static final int PORT = 9000;
    /** Its URL for others on its network. */
    static final String URL = "http://store:" + PORT;
    /** What tells a server the key. */
    static final Map<String, String> KEY = Map.of("AWS_ACCESS_KEY_ID", "workshop", "AWS_SECRET_ACCESS_KEY", "not a secret");

    private final int port = freePort(); // the engine would choose a new one each time that it starts
    private final GenericContainer<?> container;

    StoreContainer() {
        container = new GenericContainer<>(DockerImageName.parse(ServerImage.STORE.reference()))
                .withNetwork(Network.SHARED)
                .withNetworkAliases(URI.create(URL).getHost())
                .withEnv(KEY)
                .withCommand("-jar", "server.jar", "http://0.0.0.0:" + PORT, "/var/workshop")
                .waitingFor(Wait.forLogMessage("Listening on .*", 1));
        container.setPortBindings(List.of(port + ":" + PORT));
        container.start();
    }

    private static int freePort() {
        try (var listener = new ServerSocket(0)) {
            return listener.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its URL for this JVM. */
    URI url() {
        return URI.create("http://%s:%d".formatted(container.getHost(), port));
    }

    AwsCredentialsProvider credentials() {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(KEY.get("AWS_ACCESS_KEY_ID"), KEY.get("AWS_SECRET_ACCESS_KEY")));
    }

    /** {@code docker kill}. */
    void kill() {
        container.getDockerClient().killContainerCmd(container.getContainerId()).exec();
    }

    /** {@code docker start}: it has what it had. */
    void startAgain() {
        container.getDockerClient().startContainerCmd(container.getContainerId()).exec();
    }

    @Override
    public void close() {
        container.stop();
    }
}
