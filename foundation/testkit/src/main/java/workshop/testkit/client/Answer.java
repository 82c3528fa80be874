package workshop.testkit.client;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a client received.
 *
 * @param status  the status code, or 0 if the connection ended without an answer
 * @param headers the head of the answer after its status line, as sent
 * @param body    the body, as text
 */
public record Answer(int status, String headers, String body) {
    /** No answer: the connection ended first. */
    public static final Answer NONE = new Answer(0, "", "");

    private static final Pattern HEADER_OF_NGHTTP = Pattern.compile("^\\[.*\\] recv \\(stream_id=\\d+\\) (.*)$", Pattern.MULTILINE);

    /** The value of a header, whose name may be in any case; an {@link AssertionError} if the answer does not have it. */
    public String header(String name) {
        return headers.lines()
                .map(line -> line.split(":", 2))
                .filter(header -> header[0].equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The answer %s has no header %s, only:%n%s".formatted(this, name, headers)))[1]
                .strip();
    }

    /** The answer that {@code curl --include} has printed, or {@link #NONE} if there is no complete head. */
    public static Answer ofCurl(String output) {
        String[] headAndBody = output.split("\r?\n\r?\n", 2);
        if (headAndBody.length < 2) {
            return NONE;
        }
        String[] statusAndHeaders = headAndBody[0].split("\r?\n", 2);
        return new Answer(Integer.parseInt(statusAndHeaders[0].split(" ")[1]), statusAndHeaders[1], headAndBody[1]);
    }

    /** The answer that {@code nghttp --verbose} has printed between the frames, or {@link #NONE} if there is none. */
    public static Answer ofNghttp(String output) {
        var head = HEADER_OF_NGHTTP.matcher(output).results().map(header -> header.group(1)).toList();
        if (head.isEmpty()) {
            return NONE;
        }
        String body = output.lines().filter(line -> !line.startsWith("[") && !line.startsWith(" ")).collect(Collectors.joining("\n", "", "\n"));
        int status = Integer.parseInt(head.getFirst().replace(":status: ", ""));
        return new Answer(status, String.join("\n", head.subList(1, head.size())), body);
    }

    @Override
    public String toString() {
        return status == 0 ? "no answer" : status + " '" + body.strip() + "'";
    }
}
