package workshop.lab;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;

/**
 * Lets only the lab's own page in. A request for another host is refused, which stops DNS rebinding; a command needs the
 * page's origin and a token that only the page has, which stops other sites that the browser shows.
 */
final class OwnOrigin implements Filter {
    static final HeaderName TOKEN = HeaderNames.create("X-Lab-Token");

    private static final HeaderName NO_SNIFF = HeaderNames.create("X-Content-Type-Options");
    private static final HeaderName POLICY = HeaderNames.create("Content-Security-Policy");
    private static final HeaderName REFERRER = HeaderNames.create("Referrer-Policy");
    private static final HeaderName RESOURCES = HeaderNames.create("Cross-Origin-Resource-Policy");
    private static final String OWN_ONLY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final String token;

    OwnOrigin() {
        var bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        token = HexFormat.of().formatHex(bytes);
    }

    String token() {
        return token;
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        response.header(POLICY, OWN_ONLY).header(NO_SNIFF, "nosniff").header(REFERRER, "no-referrer")
                .header(RESOURCES, "same-origin").header(HeaderNames.CACHE_CONTROL, "no-store");
        if (isForThisHost(request) && (isReading(request) || comesFromThePage(request))) {
            chain.proceed();
        } else {
            response.status(Status.FORBIDDEN_403).send("Only the lab's own page may do this.\n");
        }
    }

    private static boolean isForThisHost(RoutingRequest request) {
        return names(request).anyMatch(request.authority()::equals);
    }

    private static boolean isReading(RoutingRequest request) {
        return request.prologue().method() == Method.GET || request.prologue().method() == Method.HEAD;
    }

    private boolean comesFromThePage(RoutingRequest request) {
        Set<String> origins = names(request).map("http://"::concat).collect(Collectors.toSet());
        return request.headers().first(HeaderNames.ORIGIN).filter(origins::contains).isPresent()
                && request.headers().first(TOKEN).filter(token::equals).isPresent();
    }

    private static Stream<String> names(RoutingRequest request) {
        int port = request.localPeer().port();
        return Stream.of("localhost", "127.0.0.1", "[::1]").map(name -> name + ":" + port);
    }
}
