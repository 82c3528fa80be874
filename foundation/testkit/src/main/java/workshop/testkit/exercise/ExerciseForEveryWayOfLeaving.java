package workshop.testkit.exercise;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * An {@link Exercise} that runs once {@link ForEveryWayOfLeaving}.
 */
@ForEveryWayOfLeaving
@Tag(Exercise.TAG)
@ExtendWith(ExerciseExtension.class)
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ExerciseForEveryWayOfLeaving {
    /** What to do when the test is red, unless what has failed has a {@link Hint} of its own: one or two sentences, with the place. */
    String hint();
}
