package workshop.plumbing.launch;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

import io.helidon.Main;
import io.helidon.logging.common.LogConfig;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;

/**
 * Starts and stops an {@link Application}: in a process of its own, or inside a test.
 */
public final class Launcher {
    private static final String OTHER_PORT = "use another port: -Dserver.port=0 takes any that is free";

    private Launcher() {
    }

    /**
     * The {@code main} of every server: starts it, says where it listens, and stops it gracefully on SIGTERM.
     * If it can't start, one line on standard error says why, and the process ends with status 1.
     */
    public static void main(Application application) {
        LogConfig.configureRuntime();
        try {
            var settings = Settings.ofProcess();
            WebServer server = start(application, settings, Work.lasting(settings.workTime()));
            Main.addShutdownHandler(server::stop);
            System.out.println("Listening on http://" + inUrl(settings.host()) + ":" + server.port()); // the same in every country
        } catch (StartFailure e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /**
     * Starts a server. It accepts connections then, and the caller stops it.
     *
     * @param work the expensive work that each request asks for
     * @throws StartFailure if it can't start; nothing is left behind then
     */
    public static WebServer start(Application application, Settings settings, Work work) {
        var address = new InetSocketAddress(settings.host(), settings.port());
        settings.shutdownGracePeriod();
        var directory = PreparedDirectory.prepare(settings.directory(), settings.directoryIsDefault());
        try {
            checkThatAddressIsFree(address, settings);
            return start(builder(settings), application, settings, work);
        } catch (RuntimeException | Error e) {
            directory.removeCreated();
            throw e;
        }
    }

    /** A builder with Helidon's own settings, once Helidon has found them to be right. */
    private static WebServerConfig.Builder builder(Settings settings) {
        asking(settings, () -> WebServer.builder().config(settings.server()).buildPrototype());
        return WebServer.builder().config(settings.server()).shutdownHook(false).directHandlers(AnswersToHead.handlers());
    }

    private static WebServer start(WebServerConfig.Builder builder, Application application, Settings settings, Work work) {
        application.configure(builder, settings, work);
        builder.routing().ifPresent(routing -> routing.addFilter(new RequestsInFlight()));
        try {
            WebServer server = asking(settings, builder::build);
            asking(settings, server::start);
            if (!server.isRunning()) { // Helidon logs the failure of a listener, and returns
                throw settings.server().get("sockets").exists()
                        ? new StartFailure("server.sockets", "…", "can't be had: the port of one of them is in use, " + OTHER_PORT)
                        : new StartFailure("server.port", settings.port(), "was taken a moment ago: " + OTHER_PORT);
            }
            return server;
        } catch (RuntimeException | Error e) {
            builder.routing().ifPresent(routing -> routing.build().afterStop()); // what the application has opened is closed
            throw e;
        }
    }

    /** What Helidon says to its settings. It throws what it finds, from wherever it is. */
    private static <T> T asking(Settings settings, Supplier<T> helidon) {
        try {
            return helidon.get();
        } catch (StartFailure e) {
            throw e;
        } catch (RuntimeException e) {
            String all = new TreeMap<>(settings.server().asMap().orElseGet(Map::of)).toString();
            throw new StartFailure("server", settings.withoutSecrets(all),
                                   "is refused by Helidon (%s): see its documentation of the web server's settings"
                                           .formatted(settings.withoutSecrets(String.valueOf(e.getMessage()))));
        }
    }

    private static void checkThatAddressIsFree(InetSocketAddress address, Settings settings) {
        try (var channel = ServerSocketChannel.open()) {
            channel.bind(address);
        } catch (BindException e) {
            if (isOfThisMachine(address)) {
                throw new StartFailure("server.port", settings.port(),
                                       "can't be had on %s (%s): stop what uses it, or %s"
                                               .formatted(settings.host(), e.getMessage(), OTHER_PORT));
            }
            throw new StartFailure("server.host", settings.host(), "is not an address of this machine: use localhost");
        } catch (IOException e) {
            throw new StartFailure("server.port", settings.port(), "can't be used (%s): %s".formatted(e.getMessage(), OTHER_PORT));
        }
    }

    private static boolean isOfThisMachine(InetSocketAddress address) {
        try (var channel = ServerSocketChannel.open()) {
            channel.bind(new InetSocketAddress(address.getAddress(), 0));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static String inUrl(String host) {
        return host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    }
}
