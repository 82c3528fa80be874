package workshop.site.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import workshop.site.course.Course;
import workshop.site.course.Edition;
import workshop.site.course.Reference;
import workshop.site.course.Schedule;
import workshop.site.course.Schedule.Slot;
import workshop.site.course.Tree;

/**
 * What must be true of the course and its sites, looked at each time when they are rendered.
 */
public final class SiteChecks {
    private SiteChecks() {
    }

    /** {@return what is wrong with a course, its translations, and the sites in a folder, each with its place} */
    public static List<String> check(Course course, List<Course> translations, Tree tree, Path out) {
        WrittenSite instructor = WrittenSite.read(out.resolve(Edition.INSTRUCTOR.folder()));
        var problems = inItsLanguage(course, tree, out, instructor);
        problems.addAll(check(instructor));
        for (Course translated : translations) {
            problems.addAll(inItsLanguage(translated, tree, out, instructor));
            problems.addAll(Translations.check(translated, course, tree));
        }
        return problems;
    }

    private static List<String> inItsLanguage(Course course, Tree tree, Path out, WrittenSite instructor) {
        String folder = course.language().folder();
        WrittenSite learner = WrittenSite.read(out.resolve(Edition.LEARNER.folder()).resolve(folder));
        var problems = times(course);
        problems.addAll(TypedCommands.check(course, tree));
        problems.addAll(references(course));
        check(learner).forEach(problem -> problems.add(folder + problem));
        problems.addAll(NothingForInstructors.check(learner, instructor));
        return problems;
    }

    static List<String> check(WrittenSite site) {
        var problems = new ArrayList<String>();
        site.pages().forEach((name, page) -> {
            PageCheck.problems(page).forEach(problem -> problems.add(name + ": " + problem));
            ReachCheck.problems(site, name, page).forEach(problem -> problems.add(name + ": " + problem));
            WeightCheck.problems(site, name, page).forEach(problem -> problems.add(name + ": " + problem));
        });
        for (String asset : site.assets()) {
            ReachCheck.problems(asset, site.text(asset)).forEach(problem -> problems.add(asset + ": " + problem));
        }
        return problems;
    }

    /** What leads to another work has the form of its addresses; whether it is there can't be known without a network. */
    private static List<String> references(Course course) {
        return course.chapters().stream()
                .flatMap(chapter -> chapter.body().select("a[href]").eachAttr("href").stream()
                        .filter(link -> Arrays.stream(Reference.values()).anyMatch(work -> work.isMisspelt(link, course.project())))
                        .map(link -> "%s: %s is no address of that work; see its form in Reference".formatted(chapter.source(), link)))
                .toList();
    }

    /** The minutes add up: a schedule fills its time. */
    private static List<String> times(Course course) {
        var problems = new ArrayList<String>();
        for (Schedule schedule : course.plan().schedules()) {
            int planned = schedule.slots().stream().mapToInt(Slot::minutes).sum();
            if (planned != schedule.minutes()) {
                problems.add("course.yaml: the schedule '%s' has %d minutes, and its items take %d: change one of the two".formatted(
                        schedule.title(), schedule.minutes(), planned));
            }
        }
        return problems;
    }
}
