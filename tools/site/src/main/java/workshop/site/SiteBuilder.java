package workshop.site;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import workshop.site.check.SiteChecks;
import workshop.site.course.Chapter;
import workshop.site.course.Course;
import workshop.site.course.CoursePlan;
import workshop.site.course.Edition;
import workshop.site.course.Language;
import workshop.site.course.PlannedChapter;
import workshop.site.course.Project;
import workshop.site.course.Tree;
import workshop.site.page.SiteWriter;
import workshop.site.page.Words;
import workshop.site.render.Renderer;

/**
 * Makes both sites and the handouts of the sources, as often as it is asked; the learner's site in each language. What is wrong
 * with them is collected, so that an author sees all of it at once.
 */
final class SiteBuilder implements AutoCloseable {
    private final Tree tree;
    private final Path out;
    private final Set<String> problems = new LinkedHashSet<>();
    private final List<String> found = new ArrayList<>();
    private final Map<Path, Rendered> rendered = new HashMap<>();
    private final Renderer renderer;
    private List<Course> translated = List.of();

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
     * Renders and checks all sites; returns what is wrong. A chapter is rendered again only if something has changed that it shows.
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
            chapters.add(chapter(planned, Language.ENGLISH, project, sources));
        }
        var course = new Course(project, plan, chapters, Language.ENGLISH, Language.all(tree));
        for (Edition edition : Edition.values()) {
            SiteWriter.write(course, edition, tree, out.resolve(edition.folder()));
        }
        translated = course.otherLanguages().stream().map(language -> translation(course, language, sources)).toList();
        translated.forEach(this::write);
        problems.addAll(SiteChecks.check(course, translated, tree, out));
        return List.copyOf(problems);
    }

    private Chapter chapter(PlannedChapter planned, Language language, Project project, CourseSources all) {
        Path file = tree.chapter(planned.id(), language);
        String sources = all.state(file);
        Rendered latest = rendered.get(file);
        if (latest == null || !latest.sources.equals(sources)) {
            found.clear();
            latest = new Rendered(sources, renderer.render(planned, language, project), List.copyOf(found));
            rendered.put(file, latest);
        }
        problems.addAll(latest.problems);
        return latest.chapter;
    }

    /** Writes the handouts; returns what is wrong with them, and with the sites if they were built before. */
    List<String> writeHandouts() {
        found.clear();
        Handouts.write(tree, renderer, out.resolve("handouts"));
        problems.addAll(found);
        return List.copyOf(problems);
    }

    /** For each language, the chapters that it lacks, in a sentence; once the sites are built. */
    List<String> untranslated() {
        return translated.stream().filter(course -> !course.untranslated().isEmpty())
                .map(course -> "Not translated yet, and shown in English: %s.".formatted(course.untranslated().stream()
                        .map(chapter -> course.language().folder() + chapter.source()).collect(Collectors.joining(", "))))
                .toList();
    }

    /** What is translated into a language; the other chapters stay English. */
    private Course translation(Course english, Language language, CourseSources sources) {
        List<Chapter> chapters = english.chapters(Edition.LEARNER).stream()
                .map(chapter -> Files.exists(tree.chapter(chapter.plan().id(), language))
                        ? chapter(chapter.plan(), language, english.project(), sources)
                        : chapter)
                .toList();
        return new Course(english.project(), english.plan(), chapters, language, english.languages());
    }

    private void write(Course translation) {
        var words = Words.read(tree, translation.language());
        SiteWriter.write(translation, words, tree, folder(translation.language()));
        problems.addAll(words.problems());
    }

    private Path folder(Language language) {
        return out.resolve(Edition.LEARNER.folder()).resolve(language.folder());
    }

    @Override
    public void close() {
        renderer.close();
    }
}
