package workshop.testkit.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.NotModifiedException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.output.OutputFrame.OutputType;
import org.testcontainers.utility.DockerImageName;

import workshop.testkit.client.Answer;
import workshop.testkit.client.LeavingClient;

/**
 * One {@code curl} in a container of its own, from its request to its end.
 */
public final class CurlContainer implements LeavingClient {
    private static final Duration CAP = Duration.ofSeconds(20);

    private final GenericContainer<?> container;
    private final Consumer<CurlContainer> way;

    private CurlContainer(GenericContainer<?> container, Consumer<CurlContainer> way) {
        this.container = container;
        this.way = way;
    }

    /**
     * Starts {@code curl}, which is going to be killed.
     *
     * @param network where it is
     * @param uri     what it asks for; {@code localhost} is the host of the engine
     * @param options more options
     * @return the client; it is about to send its request
     */
    public static CurlContainer start(Network network, URI uri, String... options) {
        return start(CurlContainer::kill, network, uri, List.of(options));
    }

    static CurlContainer start(Consumer<CurlContainer> way, Network network, URI uri, List<String> options) {
        var command = new ArrayList<>(options);
        command.add(uri.toString().replace("//localhost:", "//" + HostServer.NAME + ":"));
        var container = new GenericContainer<>(DockerImageName.parse(Image.CLIENT.reference()))
                .withNetwork(network)
                .withExtraHost(HostServer.NAME, HostServer.GATEWAY)
                .withStartupCheckStrategy(new MayHaveEnded())
                .withCommand(command.toArray(String[]::new));
        container.start();
        return new CurlContainer(container, way);
    }

    @Override
    public void leave() {
        way.accept(this);
    }

    @Override
    public Answer answer() {
        return awaitEnd() == 0 ? Answer.ofCurl(container.getLogs(OutputType.STDOUT)) : Answer.NONE;
    }

    @Override
    public void close() {
        container.stop();
    }

    /**
     * Freezes it: {@code docker pause}. It neither reads nor writes, and its connection stays open.
     */
    public void freeze() {
        Engine.client().pauseContainerCmd(container.getContainerId()).exec();
    }

    /**
     * Takes it off its network, as pulling its cable would. Nothing it sends gets anywhere any more.
     */
    public void cutOff() {
        Engine.client().disconnectFromNetworkCmd()
                .withNetworkId(container.getNetwork().getId())
                .withContainerId(container.getContainerId())
                .exec();
    }

    void interrupt() {
        signal("INT");
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

    private void signal(String name) {
        try {
            Engine.client().killContainerCmd(container.getContainerId()).withSignal(name).exec();
        } catch (ConflictException e) {
            // it has ended
        }
        awaitEnd();
    }
}
