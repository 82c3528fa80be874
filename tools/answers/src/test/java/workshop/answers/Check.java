package workshop.answers;

import java.io.Serializable;

/**
 * Something that tests decide.
 *
 * @param demand  what is demanded
 * @param step    the number of the step
 * @param subject of whom: the file of an answer, or for the solution the test that is meant to catch a wrong one
 */
record Check(Demand demand, int step, String subject) implements Serializable {
    /** What is demanded. */
    enum Demand {
        /** A wrong answer is caught by the test that is meant to catch it. */
        WRONG,
        /** The solution is not. */
        SOLUTION,
        /** For a right answer all tests are green. */
        RIGHT
    }
}
