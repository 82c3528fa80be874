package workshop.objectstore;

import java.io.IOException;

import com.github.dockerjava.api.model.Capability;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

import workshop.testkit.container.Image;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The network of a server in a container. Another container, in the same network, does it harm.
 */
final class TroubledNetwork implements AutoCloseable {
    private final GenericContainer<?> inside;

    TroubledNetwork(String server) {
        inside = new GenericContainer<>(DockerImageName.parse(Image.NETWORK.reference()))
                .withNetworkMode("container:" + server)
                .withCreateContainerCmdModifier(command -> command.getHostConfig().withCapAdd(Capability.NET_ADMIN));
        inside.start();
    }

    void begin(Trouble trouble) {
        run(trouble.begin);
    }

    void end(Trouble trouble) {
        run(trouble.end);
    }

    private void run(String command) {
        try {
            var result = inside.execInContainer("sh", "-c", command);
            assertThat(result.getExitCode()).as("The exit status of %s: %s", command, result).isZero();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(command + " can't be run", e);
        }
    }

    @Override
    public void close() {
        inside.stop();
    }
}
