package workshop.lab.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.helidon.common.media.type.MediaType;
import io.helidon.common.media.type.MediaTypes;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;

/**
 * The page and the files that it is made of. They are named here one by one: no path from outside leads to a file.
 * Helidon's static content would serve whatever is in a folder, and could not put the token into the page.
 */
final class PageFiles implements HttpService {
    private static final String INDEX = "index.html";
    private static final String TOKEN = "{{token}}";
    private static final List<String> OTHERS = List.of(
            "base.css", "lab.css", "icon.svg",
            "lab.js", "element.js", "feed.js", "request.js", "side.js", "timeline.js", "verdict.js");

    private final String token;

    PageFiles(String token) {
        this.token = token;
    }

    @Override
    public void routing(HttpRules rules) {
        serve("/", INDEX, rules);
        OTHERS.forEach(name -> serve("/" + name, name, rules));
    }

    private void serve(String path, String name, HttpRules rules) {
        MediaType type = MediaTypes.detectType(name).orElseThrow();
        byte[] content = read(name).replace(TOKEN, token).getBytes(StandardCharsets.UTF_8);
        rules.get(path, (request, response) -> {
            response.headers().contentType(type);
            response.send(content);
        });
    }

    private static String read(String name) {
        try (var in = PageFiles.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
