package workshop.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A scenario that runs once for each {@link WayOfLeaving}, which is its one parameter.
 */
@ParameterizedTest(name = "client leaves by {0}")
@EnumSource(WayOfLeaving.class)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface ForEveryWayOfLeaving {
}
