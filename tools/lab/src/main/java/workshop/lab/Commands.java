package workshop.lab;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.helidon.http.BadRequestException;
import io.helidon.http.HttpMediaType;
import io.helidon.http.Status;
import io.helidon.json.JsonException;
import io.helidon.json.JsonObject;
import io.helidon.json.JsonParser;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import workshop.lab.server.ServerSettings;
import workshop.lab.side.Refusal;
import workshop.lab.side.Side;
import workshop.lab.side.WayToHangUp;
import workshop.model.UnknownStepException;

/**
 * What the page tells the lab to do, in JSON. What can't be done is answered with a sentence.
 */
final class Commands implements Handler {
    private static final int SHORTEST = 500;
    private static final int LONGEST = 60_000;

    /** In bytes; more than any command has, and too little to nest anything so deeply that reading it fails. */
    private static final int MOST = 1000;

    private final Lab lab;

    Commands(Lab lab) {
        this.lab = lab;
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) throws IOException {
        try {
            carryOut(JsonParser.create(text(request)).readJsonObject());
            response.status(Status.NO_CONTENT_204).send();
        } catch (Refusal | UnknownStepException e) {
            response.status(Status.CONFLICT_409).send(e.getMessage());
        } catch (BadRequestException e) {
            response.status(e.status()).send(e.getMessage());
        } catch (JsonException e) {
            response.status(Status.BAD_REQUEST_400).send("This is not JSON as it is expected here.");
        }
    }

    /** JSON is UTF-8 (RFC 8259, section 8.1). Helidon would read it as whatever the request says, and fail if it does not know that. */
    private static String text(ServerRequest request) throws IOException {
        String charset = request.headers().contentType().flatMap(HttpMediaType::charset).orElse("UTF-8");
        if (!charset.equalsIgnoreCase("UTF-8")) {
            throw new BadRequestException("'%s' is not what JSON is in: use UTF-8.".formatted(charset));
        }
        byte[] json = request.content().hasEntity() ? request.content().inputStream().readNBytes(MOST + 1) : new byte[0];
        if (json.length > MOST) {
            throw new BadRequestException("This is longer than any command: use at most %d bytes.".formatted(MOST));
        }
        return new String(json, StandardCharsets.UTF_8);
    }

    private void carryOut(JsonObject command) {
        String what = command.stringValue("command", "");
        String side = command.stringValue("side", "");
        switch (what) {
            case "set" -> lab.set(new ServerSettings(time(command, "work"), time(command, "deadline")));
            case "choose" -> lab.choose(side, number(command, "step", -1), command.booleanValue("mine", false));
            default -> carryOut(what, lab.side(side), way(command));
        }
    }

    private static void carryOut(String what, Side side, WayToHangUp way) {
        switch (what) {
            case "send" -> side.clients().send();
            case "hang-up" -> side.clients().hangUp(way);
            case "refresh" -> side.clients().refresh(way);
            case "give-up" -> side.clients().giveUp();
            case "vanish" -> side.clients().vanish();
            case "kill" -> side.kill();
            case "start" -> side.start();
            case "afresh" -> side.startAfresh();
            default -> throw new Refusal("There is no command '%s'.".formatted(what));
        }
    }

    private static Duration time(JsonObject command, String name) {
        int millis = number(command, name, 0);
        if (millis < SHORTEST || millis > LONGEST) {
            throw new Refusal("%d ms is out of range: use %d to %d.".formatted(millis, SHORTEST, LONGEST));
        }
        return Duration.ofMillis(millis);
    }

    /** {@link JsonObject#intValue} would drop what an {@code int} has no room for. */
    private static int number(JsonObject command, String name, int absent) {
        var number = command.numberValue(name, BigDecimal.valueOf(absent));
        try {
            return number.intValueExact();
        } catch (ArithmeticException e) {
            throw new BadRequestException("'%s' is %s: use a whole number up to %d.".formatted(name, number, Integer.MAX_VALUE), e);
        }
    }

    private static WayToHangUp way(JsonObject command) {
        return switch (command.stringValue("way", "")) {
            case "rst" -> WayToHangUp.RST;
            case "rst_stream" -> WayToHangUp.RST_STREAM;
            default -> WayToHangUp.FIN;
        };
    }
}
