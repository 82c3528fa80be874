package workshop.site.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

import workshop.site.CourseException;
import workshop.site.plan.Slot.Kind;

/**
 * The order of the course: what {@code docs/course.yaml} says. Navigation, schedules, search and handouts follow it.
 *
 * <p>It is taken from SnakeYAML's maps by hand: SnakeYAML makes no records, and a library that does, such as Jackson, would
 * be another one beside it and does not say what to do about a mistake.
 *
 * @param chapters  the chapters, in order
 * @param schedules ways to spend a given time on it
 */
public record CoursePlan(List<PlannedChapter> chapters, List<Schedule> schedules) {
    private static final String FILE = "course.yaml";
    private static final String FOR_THE_INSTRUCTOR = "instructor";

    /**
     * Reads the plan.
     *
     * @param docs the folder with the sources of the course
     * @return the plan
     * @throws CourseException if the file is absent or something in it is wrong
     */
    public static CoursePlan read(Path docs) {
        Path file = docs.resolve(FILE);
        try (var reader = Files.newBufferedReader(file)) {
            Map<?, ?> all = map(new Yaml(new SafeConstructor(new LoaderOptions())).load(reader), "the file");
            List<PlannedChapter> chapters = list(all, "chapters").stream().map(CoursePlan::chapter).toList();
            checkThatIdsDiffer(chapters);
            return new CoursePlan(chapters, list(all, "schedules").stream().map(each -> schedule(each, chapters)).toList());
        } catch (IOException e) {
            throw new CourseException("%s can't be read (%s): it names the chapters in their order.".formatted(file, e), e);
        } catch (YAMLException e) {
            throw new CourseException("%s is no YAML: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** {@return the chapters that learners see, in order} */
    public List<PlannedChapter> forLearners() {
        return chapters.stream().filter(chapter -> !chapter.instructorOnly()).toList();
    }

    /** {@return how long a learner needs for all of it, in words} */
    public String time() {
        return time(forLearners().stream());
    }

    /**
     * @param id the id of a chapter
     * @return how long a learner needs from its start to the end of the course, in words
     */
    public String timeFrom(String id) {
        return time(forLearners().stream().dropWhile(chapter -> !chapter.id().equals(id)));
    }

    private static String time(Stream<PlannedChapter> chapters) {
        return Minutes.words(chapters.mapToInt(PlannedChapter::minutes).sum());
    }

    private static PlannedChapter chapter(Object entry) {
        Map<?, ?> chapter = map(entry, "a chapter");
        return new PlannedChapter(text(chapter, "id"), number(chapter, "minutes"),
                                  text(chapter, "id").equals(FOR_THE_INSTRUCTOR));
    }

    private static void checkThatIdsDiffer(List<PlannedChapter> chapters) {
        var seen = new HashSet<String>();
        for (PlannedChapter chapter : chapters) {
            if (!seen.add(chapter.id())) {
                throw new CourseException("%s names the chapter '%s' twice: remove one.".formatted(FILE, chapter.id()));
            }
        }
    }

    private static Schedule schedule(Object entry, List<PlannedChapter> chapters) {
        Map<?, ?> schedule = map(entry, "a schedule");
        var slots = new ArrayList<Slot>();
        for (Object slot : list(schedule, "items")) {
            slots.add(slot(map(slot, "an item of a schedule"), chapters));
        }
        return new Schedule(text(schedule, "id"), text(schedule, "title"), number(schedule, "minutes"), List.copyOf(slots));
    }

    private static Slot slot(Map<?, ?> slot, List<PlannedChapter> chapters) {
        String how = slot.containsKey("how") ? text(slot, "how") : "";
        if (slot.containsKey("break")) {
            return new Slot(Kind.BREAK, "Break", number(slot, "break"), how);
        }
        if (slot.containsKey("talk")) {
            return new Slot(Kind.TALK, text(slot, "talk"), number(slot, "minutes"), how);
        }
        String id = text(slot, "chapter");
        PlannedChapter chapter = chapters.stream().filter(each -> each.id().equals(id)).findFirst()
                .orElseThrow(() -> new CourseException("%s: a schedule has the chapter '%s', which is not among the chapters."
                                                               .formatted(FILE, id)));
        return new Slot(Kind.CHAPTER, id, slot.containsKey("minutes") ? number(slot, "minutes") : chapter.minutes(), how);
    }

    private static Map<?, ?> map(Object value, String what) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new CourseException("%s: %s is '%s', and should have keys with values.".formatted(FILE, what, value));
    }

    private static List<?> list(Map<?, ?> map, String key) {
        if (map.get(key) instanceof List<?> list) {
            return list;
        }
        throw new CourseException("%s: '%s' should be a list, in %s.".formatted(FILE, key, map));
    }

    private static String text(Map<?, ?> map, String key) {
        Object value = map.get(key);
        if (value == null || value instanceof Map || value instanceof List) {
            throw new CourseException("%s: '%s' should be a text, in %s.".formatted(FILE, key, map));
        }
        return value.toString();
    }

    private static int number(Map<?, ?> map, String key) {
        if (map.get(key) instanceof Integer number && number >= 0) {
            return number;
        }
        throw new CourseException("%s: '%s' should be a number of minutes, in %s.".formatted(FILE, key, map));
    }
}
