package workshop.answers;

import java.io.Serializable;

/**
 * How a check was decided.
 *
 * @param failure what is wrong, or {@code null}
 * @param report  lines that were asked for
 * @param seconds how long it took
 */
record Decision(String failure, String report, double seconds) implements Serializable {
}
