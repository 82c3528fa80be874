package workshop.model.hint;

import java.util.List;

/**
 * What helps with one TODO of a starter.
 *
 * @param todo  its number in the step, from 1
 * @param file  where it is, in the step's folder
 * @param title what it is about
 * @param texts {@link #DEPTHS} texts, each telling more than the one before: from a thought to almost the code
 */
public record Hint(int todo, String file, String title, List<String> texts) {
    /** How many texts there are for each TODO. */
    public static final int DEPTHS = 3;
}
