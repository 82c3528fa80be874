package workshop.testkit;

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

    @Override
    public String toString() {
        return status == 0 ? "no answer" : status + " '" + body.strip() + "'";
    }
}
