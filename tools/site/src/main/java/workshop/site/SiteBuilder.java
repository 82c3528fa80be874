package workshop.site;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import workshop.site.check.SiteChecks;
import workshop.site.course.Chapter;
import workshop.site.course.Course;
import workshop.site.course.CoursePlan;
import workshop.site.course.Edition;
import workshop.site.course.PlannedChapter;
import workshop.site.course.Project;
import workshop.site.course.Tree;
import workshop.site.page.SiteWriter;
import workshop.site.render.Renderer;

/**
 * Makes both sites and the handouts of the sources, as often as it is asked. What is wrong with them is collected, so that an
 * author sees all of it at once.
 */
final class SiteBuilder implements AutoCloseable {
    private final Tree tree;
    private final Path out;
    private final Set<String> problems = new LinkedHashSet<>();
    private final List<String> found = new ArrayList<>();
    private final Map<PlannedChapter, Rendered> rendered = new HashMap<>();
    private final Renderer renderer;

    /** A chapter as its sources were then, and what was found to be wrong with it. */
    private record Rendered(String sources, Chapter chapter, List<String> problems) {
    }

    /** The folders {@code site}, {@code instructor} and {@code handouts} go to {@code out}. */
    SiteBuilder(Path root, Path out) {
        this.tree = new Tree(root);
        this.out = out.toAbsolutePath().normalize();
        this.renderer = new Renderer(tree, found::add);
    }

    /**
     * Renders and checks both sites; returns what is wrong. A chapter is rendered again only if something has changed that it shows.
     *
     * @throws CourseException if something is so wrong that no page can be made
     */
    List<String> build() {
        problems.clear();
        Project project = Project.read(tree);
        CoursePlan plan = CoursePlan.read(tree.docs("course.yaml"));
        var chapters = new ArrayList<Chapter>();
        var sources = new CourseSources(tree);
        for (PlannedChapter planned : plan.chapters()) {
            if (!Files.exists(tree.chapter(planned.id()))) {
                throw new CourseException("course.yaml names the chapter '%s', and there is no %s: write it, or remove the entry."
                                                  .formatted(planned.id(), tree.chapter(planned.id())));
            }
            Rendered latest = rendered(planned, project, sources.state(planned.id()));
            chapters.add(latest.chapter);
            problems.addAll(latest.problems);
        }
        var course = new Course(project, plan, chapters);
        for (Edition edition : Edition.values()) {
            SiteWriter.write(course, edition, tree, out.resolve(edition.folder()));
        }
        problems.addAll(SiteChecks.check(course, tree, out));
        return List.copyOf(problems);
    }

    private Rendered rendered(PlannedChapter planned, Project project, String sources) {
        Rendered before = rendered.get(planned);
        if (before != null && before.sources.equals(sources)) {
            return before;
        }
        found.clear();
        var now = new Rendered(sources, renderer.render(planned, project), List.copyOf(found));
        rendered.put(planned, now);
        return now;
    }

    /** Writes the handouts; returns what is wrong with them, and with the sites if they were built before. */
    List<String> writeHandouts() {
        found.clear();
        Handouts.write(tree, renderer, out.resolve("handouts"));
        problems.addAll(found);
        return List.copyOf(problems);
    }

    @Override
    public void close() {
        renderer.close();
    }
}
