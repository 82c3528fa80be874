package workshop.basic;

import java.nio.charset.StandardCharsets;

import io.helidon.common.media.type.MediaTypes;
import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/**
 * An answer of plain text. A request with the method HEAD gets its head alone (RFC 9110, section 9.3.2): Helidon would
 * send the body too.
 */
public final class TextAnswer {
    private TextAnswer() {
    }

    /**
     * Sends the answer. This ends the exchange.
     *
     * @param request  the request to answer
     * @param response its response; status and headers may be set already
     * @param text     the body
     * @throws io.helidon.webserver.ServerConnectionException if the connection is found to be broken
     */
    public static void send(ServerRequest request, ServerResponse response, String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        response.headers().contentType(MediaTypes.TEXT_PLAIN);
        response.headers().contentLength(body.length);
        response.send(request.prologue().method() == Method.HEAD ? new byte[0] : body);
    }
}
