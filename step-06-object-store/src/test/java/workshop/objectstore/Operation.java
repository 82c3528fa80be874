package workshop.objectstore;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a server asks a store to do, as the first line of its request tells (Amazon S3 API Reference).
 */
enum Operation {
    BEGIN("POST /[^/]+/[^?]+\\?uploads.*"),
    UPLOAD("PUT /[^/]+/[^?]+\\?.*partNumber=.*"),
    COMPLETE("POST /[^/]+/[^?]+\\?uploadId=.*"),
    ABORT("DELETE /[^/]+/[^?]+\\?uploadId=.*"),
    LIST("GET /[^/]+\\?.*uploads.*"),
    LOOK("HEAD /[^/ ]+/.*"),
    READ("GET /[^/ ]+/.*"),
    DELETE("DELETE /[^/]+/[^?]+ .*"),
    BUCKET("(HEAD|PUT) /[^/]+ .*");

    private final Pattern line;

    Operation(String line) {
        this.line = Pattern.compile(line);
    }

    static Operation of(String requestLine) {
        return Stream.of(values())
                .filter(operation -> operation.line.matcher(requestLine).matches())
                .findFirst()
                .orElseThrow(() -> new AssertionError("A request that no test knows: " + requestLine));
    }
}
