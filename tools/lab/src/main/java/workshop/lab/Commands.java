package workshop.lab;

import java.time.Duration;

import io.helidon.http.Status;
import io.helidon.json.JsonException;
import io.helidon.json.JsonObject;
import io.helidon.json.JsonParser;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/**
 * What the page tells the lab to do, in JSON. What can't be done is answered with a sentence.
 */
final class Commands implements HttpService {
    private final Lab lab;

    Commands(Lab lab) {
        this.lab = lab;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/", this::carryOut);
    }

    private void carryOut(ServerRequest request, ServerResponse response) {
        try {
            carryOut(JsonParser.create(request.content().as(String.class)).readJsonObject());
            response.status(Status.NO_CONTENT_204).send();
        } catch (Refusal e) {
            response.status(Status.CONFLICT_409).send(e.getMessage());
        } catch (JsonException e) {
            response.status(Status.BAD_REQUEST_400).send("This is not JSON as it is expected here.");
        }
    }

    private void carryOut(JsonObject command) {
        String what = command.stringValue("command", "");
        String side = command.stringValue("side", "");
        switch (what) {
            case "choose" -> lab.choose(side, command.intValue("step", -1), command.booleanValue("mine", false));
            case "set" -> lab.set(new Settings(millis(command, "work"), millis(command, "deadline")));
            default -> lab.command(side, what, way(command));
        }
    }

    private static Duration millis(JsonObject command, String name) {
        return Duration.ofMillis(command.intValue(name, 0));
    }

    private static WayOfLeaving way(JsonObject command) {
        return command.stringValue("way", "").equals("rst") ? WayOfLeaving.RST : WayOfLeaving.FIN;
    }
}
