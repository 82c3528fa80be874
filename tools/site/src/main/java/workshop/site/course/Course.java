package workshop.site.course;

import java.util.List;

/**
 * The whole course, ready to be put on pages.
 *
 * @param project  what it is about
 * @param plan     its order
 * @param chapters its chapters, in order
 */
public record Course(Project project, CoursePlan plan, List<Chapter> chapters) {
    /** {@return the chapters of an edition, in order} */
    public List<Chapter> chapters(Edition edition) {
        return chapters.stream().filter(chapter -> edition == Edition.INSTRUCTOR || !chapter.plan().instructorOnly()).toList();
    }
}
