package workshop.testkit.exercise;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that is red until the learner has done the step. A plain {@link Test} is green from the start.
 */
@Test
@Tag(Exercise.TAG)
@ExtendWith(ExerciseExtension.class)
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Exercise {
    /** The tag of every exercise; the root build holds tests with it back. */
    String TAG = "exercise";

    /** What to do when the test is red, unless what has failed has a {@link Hint} of its own: one or two sentences, with the place. */
    String hint();
}
