package workshop.lab.feed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;

import io.helidon.common.media.type.MediaTypes;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.Handler;

/**
 * A file of a page that hears a {@link Feed}. Each is named where it is served: no path from outside leads to a file. Helidon's
 * static content would serve whatever is in a folder, and could not fill anything in.
 */
public final class PageFile {
    /** With these, the page runs its own scripts alone, no other site shows it, and nobody keeps it. */
    public static final List<Header> HEADERS = List.of(
            HeaderValues.create("Content-Security-Policy",
                                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                                        + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"),
            HeaderValues.create("X-Content-Type-Options", "nosniff"),
            HeaderValues.create("Referrer-Policy", "no-referrer"),
            HeaderValues.create("Cross-Origin-Resource-Policy", "same-origin"),
            HeaderValues.create(HeaderNames.CACHE_CONTROL, "no-store"));

    private PageFile() {
    }

    /** Serves the resource of that name beside a class, with what is filled in at each request. */
    public static Handler of(Class<?> owner, String name, UnaryOperator<String> filled) {
        var type = MediaTypes.detectType(name).orElseThrow();
        try (var in = owner.getResourceAsStream(name)) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return (_, response) -> {
                response.headers().contentType(type);
                response.send(filled.apply(text).getBytes(StandardCharsets.UTF_8));
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
