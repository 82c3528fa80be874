package workshop.site.plan;

import java.nio.file.Path;
import java.util.List;

import workshop.model.Step;
import workshop.model.Workshop;
import workshop.site.CourseException;

/**
 * Where things are in the tree of the workshop.
 *
 * @param root the root of the tree
 * @param docs the folder with the sources of the course
 */
public record Tree(Path root, Path docs) {
    /**
     * The tree with the course in its usual place.
     *
     * @param root the root of the tree
     * @return the tree
     */
    public static Tree at(Path root) {
        Path absolute = root.toAbsolutePath().normalize();
        return new Tree(absolute, absolute.resolve("docs"));
    }

    /** {@return the folder of the chapters} */
    public Path chapters() {
        return docs.resolve("chapters");
    }

    /**
     * @param id the id of a chapter
     * @return its source
     */
    public Path chapter(String id) {
        return chapters().resolve(id + ".adoc");
    }

    /** {@return the folder of the terminal sessions} */
    public Path sessions() {
        return docs.resolve("sessions");
    }

    /** {@return the folder of the diagrams} */
    public Path diagrams() {
        return docs.resolve("diagrams");
    }

    /** {@return the folder of the images} */
    public Path images() {
        return docs.resolve("images");
    }

    /** {@return the folder of the results that other parts of the workshop write} */
    public Path results() {
        return docs.resolve("results");
    }

    /** {@return the steps of the workshop, in order} */
    public List<Step> steps() {
        return Workshop.at(root).steps();
    }

    /**
     * @param id the short name of a step, such as {@code step-03}
     * @return the step
     * @throws CourseException if there is none
     */
    public Step step(String id) {
        return steps().stream()
                .filter(step -> step.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new CourseException("There is no step '%s': name it like the start of its folder, such as step-01."
                                                               .formatted(id)));
    }
}
