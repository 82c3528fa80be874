package workshop.testkit.container;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests that need a container engine. Without one they are skipped; with {@code -Ddocker=required} they are red.
 */
@ExtendWith(EngineExtension.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface NeedsEngine {
    /** What the tests use. It is built before the first of them, so that no test waits for it. */
    Image[] value() default {};
}
