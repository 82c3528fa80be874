package workshop.testkit.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Stream;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.NotModifiedException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.output.OutputFrame.OutputType;
import org.testcontainers.containers.output.WaitingConsumer;
import org.testcontainers.containers.startupcheck.StartupCheckStrategy;
import org.testcontainers.utility.DockerImageName;

import workshop.testkit.client.Answer;

/**
 * One client in a container of its own, from its request to its end.
 */
public final class ClientContainer implements AutoCloseable {
    private static final Duration CAP = Duration.ofSeconds(20);
    /** A short-lived client counts as started even if it has ended already, in whichever way. */
    private static final StartupCheckStrategy MAY_HAVE_ENDED = new StartupCheckStrategy() {
        @Override
        public StartupStatus checkStartupState(DockerClient engine, String containerId) {
            return StartupStatus.SUCCESSFUL;
        }
    };

    private final GenericContainer<?> container;
    private final Function<String, Answer> answer;

    private ClientContainer(GenericContainer<?> container, Function<String, Answer> answer) {
        this.container = container;
        this.answer = answer;
    }

    /** Starts {@code curl}. It is about to send its request then; in what it asks for, {@code localhost} is the host of the engine. */
    public static ClientContainer curl(URI uri, String... options) {
        return start(Answer::ofCurl, List.of("curl", "--silent", "--show-error", "--include"), options, uri);
    }

    /** Starts {@code nghttp}, a client that speaks HTTP/2, likewise. */
    static ClientContainer nghttp(URI uri, String... options) {
        return start(Answer::ofNghttp, List.of("nghttp", "--verbose"), options, uri);
    }

    private static ClientContainer start(Function<String, Answer> answer, List<String> program, String[] options, URI uri) {
        var command = new ArrayList<>(program);
        command.addAll(List.of(options));
        command.add(uri.toString());
        return start(answer, Image.CLIENT.reference(), command.toArray(String[]::new));
    }

    /**
     * Starts a client.
     *
     * @param image   refers to its image
     * @param command what it is called with; {@code localhost} in it is the host of the engine
     */
    public static ClientContainer start(String image, String... command) {
        return start(Answer::ofCurl, image, command);
    }

    private static ClientContainer start(Function<String, Answer> answer, String image, String... command) {
        var container = new GenericContainer<>(DockerImageName.parse(image))
                .withNetwork(Network.SHARED)
                .withExtraHost(HostServer.NAME, HostServer.GATEWAY)
                .withStartupCheckStrategy(MAY_HAVE_ENDED)
                .withCommand(Stream.of(command).map(word -> word.replace("//localhost:", "//" + HostServer.NAME + ":")).toArray(String[]::new));
        container.start();
        return new ClientContainer(container, answer);
    }

    /** Waits for its answer; an {@link AssertionError} if it does not end in time. */
    public Answer answer() {
        return awaitEnd() == 0 ? answer.apply(container.getLogs(OutputType.STDOUT)) : Answer.NONE;
    }

    /** Waits until it has printed a line with a text in it; an {@link AssertionError} if it does not do so in time. */
    public void awaitLine(String text) {
        var output = new WaitingConsumer();
        container.followOutput(output);
        try {
            output.waitUntil(line -> line.getUtf8String().contains(text), (int) CAP.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("'%s' is not printed within %s, but: %s".formatted(text, CAP, container.getLogs()), e);
        }
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

    /** Waits until it has ended; returns its exit status. An {@link AssertionError} if it does not end in time. */
    public int awaitEnd() {
        try (var end = Engine.client().waitContainerCmd(container.getContainerId()).start()) {
            return end.awaitStatusCode(CAP.toMillis(), TimeUnit.MILLISECONDS);
        } catch (DockerClientException e) {
            throw new AssertionError("The client still runs after %s, and has printed: %s".formatted(CAP, container.getLogs()), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends it a signal, such as {@code INT}, and waits until it has ended. */
    public void signal(String name) {
        try {
            Engine.client().killContainerCmd(container.getContainerId()).withSignal(name).exec();
        } catch (ConflictException e) {
            // it has ended
        }
        awaitEnd();
    }
}
