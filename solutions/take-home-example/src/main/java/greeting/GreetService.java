package greeting;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

import io.helidon.config.Config;
import io.helidon.http.Status;
import io.helidon.json.JsonObject;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import workshop.detection.CloseWatch;

/**
 * Greets. Its routes are those of the service of the same name in Helidon SE's quickstart
 * (https://github.com/helidon-io/helidon-examples, Apache License 2.0), and one that takes long.
 */
final class GreetService implements HttpService {
    private final AtomicReference<String> greeting = new AtomicReference<>();
    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private final Callable<String> slowGreeting;

    GreetService(Config app, Callable<String> slowGreeting) {
        this.greeting.set(app.get("greeting").asString().orElse("Ciao"));
        this.slowGreeting = slowGreeting;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/", (request, response) -> greet(response, greeting.get(), "World"))
                .get("/{name}", (request, response) -> greet(response, greeting.get(), name(request)))
                .get("/{name}/slowly", this::greetSlowly)
                .put("/greeting", this::changeGreeting);
    }

    // tag::handler[]
    private void greetSlowly(ServerRequest request, ServerResponse response) throws Exception {
        var slow = background.submit(slowGreeting);
        String text;
        try (var watch = CloseWatch.open(() -> slow.cancel(true))) {
            text = slow.get();
        } catch (CancellationException e) {
            throw new CloseConnectionException("The client has left", e);
        }
        greet(response, text, name(request));
    }
    // end::handler[]

    private void changeGreeting(ServerRequest request, ServerResponse response) {
        var changed = request.content().as(JsonObject.class).stringValue("greeting");
        if (changed.isEmpty()) {
            response.status(Status.BAD_REQUEST_400).send(json("error", "No greeting provided"));
            return;
        }
        greeting.set(changed.get());
        response.status(Status.NO_CONTENT_204).send();
    }

    private static String name(ServerRequest request) {
        return request.path().pathParameters().get("name");
    }

    private static void greet(ServerResponse response, String greeting, String name) {
        response.send(json("message", greeting + " " + name + "!"));
    }

    private static JsonObject json(String name, String value) {
        return JsonObject.builder().set(name, value).build();
    }
}
