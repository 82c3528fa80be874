package workshop.site.course;

import java.nio.file.Path;
import java.util.List;

import workshop.model.Step;
import workshop.model.Workshop;
import workshop.site.CourseException;

/**
 * Where things are in the tree of the workshop.
 *
 * @param root the root of the tree
 */
public record Tree(Path root) {
    /** The tree in a folder. */
    public Tree {
        root = root.toAbsolutePath().normalize();
    }

    /** {@return where a source of the course is, such as {@code sessions}} */
    public Path docs(String name) {
        return root.resolve("docs").resolve(name);
    }

    /** {@return the source of a chapter in English} */
    public Path chapter(String id) {
        return chapter(id, Language.ENGLISH);
    }

    /** {@return the source of a chapter in a language, whether it is there or not} */
    public Path chapter(String id, Language language) {
        return docs("chapters").resolve(language.folder() + id + ".adoc");
    }

    /** {@return the steps of the workshop, in order} */
    public List<Step> steps() {
        return Workshop.at(root).steps();
    }

    /**
     * {@return the step of a short name, such as {@code step-03}}
     *
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
