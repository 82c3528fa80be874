package workshop.testkit.exercise;

import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.extension.ExtensionContext;

import workshop.model.Step;

/**
 * What becomes of the exercises of a step that are red.
 */
enum Exercises {
    /** Each is judged by itself: a click in an IDE, the solutions, a check of all of them. */
    EACH,

    /** The first one that is red is shown, and those after it wait: somebody works on this step. */
    ONE_AT_A_TIME,

    /** They count as skipped: everything is built, and nobody has named this step. */
    NOT_SOLVED_YET;

    /** Says that the others wait, or don't; also a configuration parameter of JUnit. */
    static final String ONE_AT_A_TIME_PROPERTY = "workshop.one-at-a-time";

    /** What becomes of them in a run of JUnit. */
    static Exercises in(ExtensionContext context) {
        return context.getConfigurationParameter(ONE_AT_A_TIME_PROPERTY)
                .map(text -> Boolean.parseBoolean(text) ? ONE_AT_A_TIME : EACH)
                .orElseGet(Exercises::inThisBuild);
    }

    /** What becomes of them in the build of Maven that has started this JVM. */
    static Exercises inThisBuild() {
        if (starter().isEmpty()) {
            return EACH;
        }
        boolean named = NamedModules.ofThisBuild().contains(folder()) || System.getProperty("test") != null;
        return named ? ONE_AT_A_TIME : NOT_SOLVED_YET;
    }

    /** The step whose starter Maven tests in this JVM. */
    static Optional<Step> starter() {
        return Step.at(folder()).filter(step -> step.root().toString().equals(System.getProperty("workshop.root")));
    }

    /** The folder of the module that Maven tests in this JVM. */
    static Path folder() {
        return Path.of(System.getProperty("basedir", "")).toAbsolutePath().normalize();
    }
}
