package workshop.room;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

import io.helidon.common.media.type.MediaTypes;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;

/**
 * The page that shows the room. It lies under a path that only the instructor's terminal has told, so learners in the same
 * network don't see each other's names.
 */
final class InstructorPage implements HttpService {
    private static final List<Header> HEADERS = List.of(
            HeaderValues.create("Content-Security-Policy",
                                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                                        + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"),
            HeaderValues.create("X-Content-Type-Options", "nosniff"),
            HeaderValues.create("Referrer-Policy", "no-referrer"),
            HeaderValues.create(HeaderNames.CACHE_CONTROL, "no-store"));
    private static final String INDEX = "index.html";
    private static final List<String> OTHERS = List.of("base.css", "room.css", "room.js");

    private final String code;
    private final Supplier<String> address;

    /**
     * @param code    the code of the room
     * @param address what learners give to {@code --room}, once the room is open
     */
    InstructorPage(String code, Supplier<String> address) {
        this.code = code;
        this.address = address;
    }

    @Override
    public void routing(HttpRules rules) {
        serve("/", INDEX, rules);
        OTHERS.forEach(name -> serve("/" + name, name, rules));
    }

    private void serve(String path, String name, HttpRules rules) {
        String template = read(name);
        rules.get(path, (_, response) -> {
            byte[] content = template.replace("{{code}}", code).replace("{{address}}", address.get()).getBytes(StandardCharsets.UTF_8);
            HEADERS.forEach(response::header);
            response.headers().contentType(MediaTypes.detectType(name).orElseThrow());
            response.send(content);
        });
    }

    private static String read(String name) {
        try (var in = InstructorPage.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
