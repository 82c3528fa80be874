package workshop.testkit.client;

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

    @Override
    public String toString() {
        return status == 0 ? "no answer" : status + " '" + body.strip() + "'";
    }
}
