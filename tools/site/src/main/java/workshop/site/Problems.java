package workshop.site;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What is wrong with the course: collected, so that an author sees all of it at once.
 */
public final class Problems {
    private final Set<String> found = new LinkedHashSet<>();

    /**
     * @param problem the place, what is wrong with it, and what to do
     */
    public void add(String problem) {
        found.add(problem);
    }

    /**
     * Forgets all of them, before everything is looked at again.
     */
    public void clear() {
        found.clear();
    }

    /** {@return all of them, in the order in which they were found} */
    public List<String> found() {
        return List.copyOf(found);
    }
}
