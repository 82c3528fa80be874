package workshop.testkit.container;

import java.util.Optional;

import com.github.dockerjava.api.DockerClient;
import org.testcontainers.DockerClientFactory;

/**
 * The container engine of this machine.
 */
public final class Engine {
    private static final String REQUIRED = "required";

    private Engine() {
    }

    /**
     * Looks for an engine. The first look takes a moment; the answer stays the same as long as this JVM lives.
     *
     * @return why there is none; empty if one answers
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

    /**
     * @return whether {@code -Ddocker=required} says that a missing engine is a failure
     */
    static boolean isRequired() {
        return REQUIRED.equals(System.getProperty("docker"));
    }

    /**
     * @return the client of the engine that answers
     */
    static DockerClient client() {
        return DockerClientFactory.instance().client();
    }
}
