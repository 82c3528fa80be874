package workshop.site;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import workshop.site.check.NothingForInstructors;
import workshop.site.check.SiteCheck;
import workshop.site.check.WrittenSite;
import workshop.site.course.Course;
import workshop.site.course.Edition;
import workshop.site.course.Times;
import workshop.site.course.TypedCommands;
import workshop.site.handout.Handouts;
import workshop.site.page.SiteWriter;
import workshop.site.plan.CoursePlan;
import workshop.site.plan.PlannedChapter;
import workshop.site.plan.Project;
import workshop.site.plan.Tree;
import workshop.site.render.Chapter;
import workshop.site.render.ChapterRenderer;

/**
 * Makes both sites of the sources, as often as it is asked.
 */
public final class SiteBuilder implements AutoCloseable {
    private final Tree tree;
    private final Path out;
    private final Problems problems;
    private final ChapterRenderer renderer;

    /**
     * @param tree where the sources are
     * @param out  where the folders {@code site} and {@code instructor} go
     */
    public SiteBuilder(Tree tree, Path out) {
        this.tree = tree;
        this.out = out.toAbsolutePath().normalize();
        this.problems = new Problems();
        this.renderer = new ChapterRenderer(tree, Project.read(tree), problems);
    }

    /**
     * Renders and checks both sites.
     *
     * @return what is wrong; nothing if all is well
     * @throws CourseException if something is so wrong that no page can be made
     */
    public List<String> build() {
        problems.clear();
        CoursePlan plan = CoursePlan.read(tree.docs());
        var chapters = new ArrayList<Chapter>();
        for (PlannedChapter planned : plan.chapters()) {
            if (Files.exists(tree.chapter(planned.id()))) {
                chapters.add(renderer.render(planned));
                renderer.typed(planned).forEach(problems::add);
            } else {
                throw new CourseException("course.yaml names the chapter '%s', and there is no %s: write it, or remove the entry."
                                                  .formatted(planned.id(), tree.chapter(planned.id())));
            }
        }
        var course = new Course(Project.read(tree), plan, chapters);
        for (Edition edition : Edition.values()) {
            new SiteWriter(tree, out.resolve(edition.folder())).write(course, edition);
        }
        check(course);
        return problems.found();
    }

    /**
     * Writes the handouts.
     *
     * @return what is wrong with them, and with the sites if they were built before; nothing if all is well
     */
    public List<String> writeHandouts() {
        new Handouts(tree, Project.read(tree), out.resolve("handouts"), problems).write(CoursePlan.read(tree.docs()));
        return problems.found();
    }

    private void check(Course course) {
        Times.check(course).forEach(problems::add);
        TypedCommands.check(course, tree).forEach(problems::add);
        WrittenSite learner = WrittenSite.read(out.resolve(Edition.LEARNER.folder()));
        WrittenSite instructor = WrittenSite.read(out.resolve(Edition.INSTRUCTOR.folder()));
        for (SiteCheck check : SiteCheck.FOR_EACH_SITE) {
            check.check(learner).forEach(problems::add);
            check.check(instructor).forEach(problems::add);
        }
        NothingForInstructors.check(learner, instructor).forEach(problems::add);
    }

    @Override
    public void close() {
        renderer.close();
    }
}
