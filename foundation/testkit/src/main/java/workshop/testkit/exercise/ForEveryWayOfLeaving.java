package workshop.testkit.exercise;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import workshop.testkit.client.Leaving;

/**
 * A scenario that runs once for each way of {@link Leaving}, which is its one parameter. The ways are what the static
 * method {@code ways()} of the test class returns.
 */
@ParameterizedTest(name = "client leaves by {0}")
@MethodSource("ways")
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface ForEveryWayOfLeaving {
}
