package greeting;

import java.time.Duration;
import java.util.concurrent.Callable;

import io.helidon.config.Config;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;

import workshop.http2.StreamsSelector;

/**
 * Starts a service in the shape of Helidon SE's quickstart: see {@link GreetService}.
 */
public final class Main {
    private Main() {
    }

    /**
     * Starts the service.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        WebServer server = start(Config.create(), Main::thinkOfGreeting);
        System.out.println("WEB server is up! http://localhost:" + server.port() + "/greet");
    }

    static WebServer start(Config config, Callable<String> slowGreeting) {
        // tag::server[]
        return WebServer.builder()
                .config(config.get("server"))
                .update(server -> StreamsSelector.install(server, 1000))
                .routing(routing -> routing(routing, config, slowGreeting))
                .build()
                .start();
        // end::server[]
    }

    static void routing(HttpRouting.Builder routing, Config config, Callable<String> slowGreeting) {
        routing.register("/greet", new GreetService(config.get("app"), slowGreeting));
    }

    /** Stands for what takes long in a real service: a query, a report, a call of another service. */
    private static String thinkOfGreeting() throws InterruptedException {
        Thread.sleep(Duration.ofSeconds(4));
        return "Good day";
    }
}
