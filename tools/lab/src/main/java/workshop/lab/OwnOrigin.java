package workshop.lab;

import java.util.Set;
import java.util.UUID;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;

import workshop.lab.feed.PageFile;
import workshop.model.page.LocalHost;

/**
 * Lets only the lab's own page in. A request for another host is refused, which stops DNS rebinding; a command needs the
 * page's origin and a token that only the page has, which stops other sites that the browser shows.
 * <p>
 * Helidon's CORS does neither: it opens a server to other origins, and leaves it to the browser to keep to that.
 */
final class OwnOrigin implements Filter {
    private static final String SCHEME = "http://";
    private static final Set<Method> READING = Set.of(Method.GET, Method.HEAD);
    private static final HeaderName TOKEN = HeaderNames.create("X-Lab-Token");

    private final String token = UUID.randomUUID().toString();

    String token() {
        return token;
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        PageFile.HEADERS.forEach(response::header);
        var host = new LocalHost(request.localPeer().port());
        boolean isReading = READING.contains(request.prologue().method());
        if (host.isNamed(request.authority()) && (isReading || comesFromThePage(request, host))) {
            chain.proceed();
        } else {
            response.status(Status.FORBIDDEN_403).send("Only the lab's own page may do this.\n");
        }
    }

    private boolean comesFromThePage(RoutingRequest request, LocalHost host) {
        var headers = request.headers();
        var origin = headers.first(HeaderNames.ORIGIN).orElse("");
        return origin.startsWith(SCHEME) && host.isNamed(origin.substring(SCHEME.length()))
                && headers.first(TOKEN).filter(token::equals).isPresent();
    }
}
