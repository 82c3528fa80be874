package workshop.companion.progress;

import java.io.Serializable;

/**
 * Which test it is.
 *
 * @param className  the test class, fully qualified
 * @param methodName the test method
 */
public record TestName(String className, String methodName) implements Serializable {
}
