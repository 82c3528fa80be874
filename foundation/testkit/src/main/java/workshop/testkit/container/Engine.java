package workshop.testkit.container;

import java.util.Optional;

import com.github.dockerjava.api.DockerClient;

import org.testcontainers.DockerClientFactory;

/**
 * The container engine of this machine.
 */
public final class Engine {
    private Engine() {
    }

    /**
     * Why there is none; empty if one answers. The first look takes a moment; the answer stays the same as long as this JVM lives.
     */
    public static Optional<String> absence() {
        try {
            client();
            return Optional.empty();
        } catch (RuntimeException e) {
            String why = e.getMessage().lines().findFirst().orElse("");
            return Optional.of(why.replaceFirst("RemoteDockerImage\\(imageName=([^,]*),.*", "$1")
                                       .replaceFirst("\\. Please see logs.*", ""));
        }
    }

    static DockerClient client() {
        return DockerClientFactory.instance().client();
    }
}
