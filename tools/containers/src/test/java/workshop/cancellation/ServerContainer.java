package workshop.cancellation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.testcontainers.containers.BindMode;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.output.WaitingConsumer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

import workshop.testkit.client.SocketClient;

/**
 * A finished server in a container: not root, its file system read-only, its directory on a volume.
 */
public final class ServerContainer implements AutoCloseable {
    private static final String DIRECTORY = "/var/workshop";
    private static final String STAGING = ".staging/";
    private static final int PORT = 8080;
    private static final Duration CAP = Duration.ofSeconds(30);

    private final GenericContainer<?> container;
    private final WaitingConsumer log = new WaitingConsumer();

    private ServerContainer(GenericContainer<?> container) {
        this.container = container
                .withCreateContainerCmdModifier(command -> command.getHostConfig().withReadonlyRootfs(true))
                .withExposedPorts(PORT)
                .withLogConsumer(log)
                .waitingFor(Wait.forLogMessage("Listening on .*", 1));
        container.start();
    }

    /** Starts a server with a new volume. */
    static ServerContainer start(ServerImage image, String workTime) {
        return new ServerContainer(container(image, workTime));
    }

    /** Starts a server with settings and variables of its own, on the network on which others have names. */
    public static ServerContainer start(ServerImage image, Map<String, String> settings, Map<String, String> variables) {
        return new ServerContainer(container(image, settings).withNetwork(Network.SHARED).withEnv(variables));
    }

    /** Starts a server on the volume of this one, which is stopped. */
    ServerContainer startNext(ServerImage image, String workTime) {
        return new ServerContainer(container(image, workTime).withVolumesFrom(container, BindMode.READ_WRITE));
    }

    /** The engine's name for it. */
    public String id() {
        return container.getContainerId();
    }

    /** Connects a client. */
    public SocketClient connect() {
        return SocketClient.connect(URI.create("http://%s:%d".formatted(container.getHost(), container.getMappedPort(PORT))));
    }

    /** Waits until so many more lines of the log have a text. */
    public void awaitLog(String text, int many) {
        try {
            log.waitUntil(frame -> frame.getUtf8String().contains(text), CAP.toSeconds(), TimeUnit.SECONDS, many);
        } catch (TimeoutException e) {
            throw new AssertionError("The server did not log '%s' %d times within %s: %s"
                                             .formatted(text, many, CAP, container.getLogs()), e);
        }
    }

    /** {@code docker stop}: SIGTERM, and much time to end. Returns the exit status. */
    long stop() {
        container.getDockerClient().stopContainerCmd(container.getContainerId()).withTimeout((int) CAP.toSeconds()).exec();
        return container.getDockerClient().inspectContainerCmd(container.getContainerId()).exec().getState().getExitCodeLong();
    }

    /** {@code docker kill}. */
    void kill() {
        container.getDockerClient().killContainerCmd(container.getContainerId()).exec();
        container.getDockerClient().waitContainerCmd(container.getContainerId()).start().awaitStatusCode(CAP.toSeconds(), TimeUnit.SECONDS);
    }

    /** {@code docker start}: the same container again. */
    void startAgain() {
        container.getDockerClient().startContainerCmd(container.getContainerId()).exec();
        container.followOutput(log);
    }

    /** Runs a program in the container, and returns its exit status and all that it printed. */
    String run(String... command) throws IOException, InterruptedException {
        var result = container.execInContainer(command);
        return result.getExitCode() + " " + result.getStdout() + result.getStderr();
    }

    /** The names of the committed files on the volume, whether the server runs or not. */
    List<String> committed() {
        return files().filter(file -> !file.startsWith(STAGING)).toList();
    }

    /** The names of the staged files on the volume, whether the server runs or not. */
    List<String> staged() {
        return files().filter(file -> file.startsWith(STAGING) && !file.endsWith("/lock")).toList();
    }

    @Override
    public void close() {
        container.stop();
    }

    private static GenericContainer<?> container(ServerImage image, String workTime) {
        return container(image, Map.of("workshop.work-time", workTime, "workshop.deadline", "PT2H",
                                       "server.shutdown-grace-period", "PT4S"));
    }

    private static GenericContainer<?> container(ServerImage image, Map<String, String> settings) {
        var command = Stream.concat(settings.entrySet().stream().map(setting -> "-D" + setting), Stream.of("-jar", "server.jar"));
        return new GenericContainer<>(DockerImageName.parse(image.reference())).withCommand(command.toArray(String[]::new));
    }

    private Stream<String> files() {
        try (var tar = new TarArchiveInputStream(container.getDockerClient()
                                                         .copyArchiveFromContainerCmd(container.getContainerId(), DIRECTORY + "/.")
                                                         .exec())) {
            var files = Stream.<String>builder();
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.isFile()) {
                    files.add(entry.getName().replaceFirst("^\\./", ""));
                }
            }
            return files.build().sorted();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
