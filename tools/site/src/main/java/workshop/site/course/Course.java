package workshop.site.course;

import java.util.List;

import workshop.site.CourseException;
import workshop.site.plan.CoursePlan;
import workshop.site.plan.Project;
import workshop.site.render.Chapter;

/**
 * The whole course, ready to be put on pages.
 *
 * @param project  what it is about
 * @param plan     its order
 * @param chapters its chapters, in order
 */
public record Course(Project project, CoursePlan plan, List<Chapter> chapters) {
    /**
     * @param edition for whom
     * @return the chapters that they see, in order
     */
    public List<Chapter> chapters(Edition edition) {
        return chapters.stream().filter(chapter -> edition.has(chapter.plan())).toList();
    }

    /**
     * @param id the id of a chapter
     * @return the chapter
     * @throws CourseException if there is none
     */
    public Chapter chapter(String id) {
        return chapters.stream().filter(chapter -> chapter.plan().id().equals(id)).findFirst()
                .orElseThrow(() -> new CourseException("There is no chapter '%s': add it to course.yaml.".formatted(id)));
    }
}
