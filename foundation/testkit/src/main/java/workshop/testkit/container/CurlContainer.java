package workshop.testkit.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.NotModifiedException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.output.OutputFrame.OutputType;
import org.testcontainers.containers.startupcheck.StartupCheckStrategy;
import org.testcontainers.utility.DockerImageName;

import workshop.testkit.client.Answer;

/**
 * One {@code curl} in a container of its own, from its request to its end.
 */
public final class CurlContainer implements AutoCloseable {
    private static final Duration CAP = Duration.ofSeconds(20);
    /** A short-lived client counts as started even if it has ended already, in whichever way. */
    private static final StartupCheckStrategy MAY_HAVE_ENDED = new StartupCheckStrategy() {
        @Override
        public StartupStatus checkStartupState(DockerClient engine, String containerId) {
            return StartupStatus.SUCCESSFUL;
        }
    };

    private final GenericContainer<?> container;

    private CurlContainer(GenericContainer<?> container) {
        this.container = container;
    }

    /** Starts {@code curl}. It is about to send its request then; in what it asks for, {@code localhost} is the host of the engine. */
    public static CurlContainer start(URI uri, String... options) {
        var command = new ArrayList<>(List.of(options));
        command.add(uri.toString().replace("//localhost:", "//" + HostServer.NAME + ":"));
        var container = new GenericContainer<>(DockerImageName.parse(Image.CLIENT.reference()))
                .withNetwork(Network.SHARED)
                .withExtraHost(HostServer.NAME, HostServer.GATEWAY)
                .withStartupCheckStrategy(MAY_HAVE_ENDED)
                .withCommand(command.toArray(String[]::new));
        container.start();
        return new CurlContainer(container);
    }

    /** Waits for its answer; an {@link AssertionError} if it does not end in time. */
    public Answer answer() {
        return awaitEnd() == 0 ? Answer.ofCurl(container.getLogs(OutputType.STDOUT)) : Answer.NONE;
    }

    @Override
    public void close() {
        container.stop();
    }

    /** Freezes it: {@code docker pause}. It neither reads nor writes, and its connection stays open. */
    public void freeze() {
        Engine.client().pauseContainerCmd(container.getContainerId()).exec();
    }

    /** Takes it off its network, as pulling its cable would. Nothing it sends gets anywhere any more. */
    public void cutOff() {
        Engine.client().disconnectFromNetworkCmd()
                .withNetworkId(container.getNetwork().getId())
                .withContainerId(container.getContainerId())
                .exec();
    }

    void kill() {
        signal("KILL");
    }

    void stop() {
        try {
            Engine.client().stopContainerCmd(container.getContainerId()).exec();
        } catch (NotModifiedException e) {
            // it has ended
        }
    }

    int awaitEnd() {
        try (var end = Engine.client().waitContainerCmd(container.getContainerId()).start()) {
            return end.awaitStatusCode(CAP.toMillis(), TimeUnit.MILLISECONDS);
        } catch (DockerClientException e) {
            throw new AssertionError("curl still waits for its answer after " + CAP, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void signal(String name) {
        try {
            Engine.client().killContainerCmd(container.getContainerId()).withSignal(name).exec();
        } catch (ConflictException e) {
            // it has ended
        }
        awaitEnd();
    }
}
