package workshop.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;

/**
 * The page and the files that it is made of. They are named here one by one: no path from outside leads to a file.
 */
final class Page implements HttpService {
    private static final String INDEX = "index.html";
    private static final String TOKEN = "{{token}}";
    private static final Map<String, String> TYPES = Map.of(
            INDEX, "text/html; charset=utf-8",
            "base.css", "text/css; charset=utf-8",
            "lab.css", "text/css; charset=utf-8",
            "lab.js", "text/javascript; charset=utf-8",
            "lane.js", "text/javascript; charset=utf-8",
            "side.js", "text/javascript; charset=utf-8",
            "icon.svg", "image/svg+xml");

    private final String token;

    Page(String token) {
        this.token = token;
    }

    @Override
    public void routing(HttpRules rules) {
        TYPES.forEach((name, type) -> {
            byte[] content = read(name).replace(TOKEN, token).getBytes(StandardCharsets.UTF_8);
            rules.get(name.equals(INDEX) ? "/" : "/" + name,
                      (request, response) -> response.header(HeaderNames.CONTENT_TYPE, type).send(content));
        });
    }

    private static String read(String name) {
        try (var in = Page.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
