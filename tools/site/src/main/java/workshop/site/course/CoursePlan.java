package workshop.site.course;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

import workshop.site.CourseException;
import workshop.site.course.Schedule.Slot;

/**
 * The order of the course: what {@code docs/course.yaml} says. Navigation, schedules, search and handouts follow it.
 *
 * <p>It is taken from SnakeYAML's maps by hand: SnakeYAML makes no records, and a library that does, such as Jackson, would
 * be another one beside it and not say what to do about a mistake.
 *
 * @param chapters  the chapters, in order
 * @param schedules ways to spend a given time on it
 * @param site      the address at which the learner's site is published, with a slash at its end; empty if it is not
 * @param edit      the address at which the chapters can be edited, up to the name of the file; empty if there is none
 */
public record CoursePlan(List<PlannedChapter> chapters, List<Schedule> schedules, String site, String edit) {
    private static final String FILE = "course.yaml";
    private static final String FOR_THE_INSTRUCTOR = "instructor";

    /**
     * Reads the plan from its file.
     *
     * @throws CourseException if the file is absent or something in it is wrong
     */
    public static CoursePlan read(Path file) {
        try (var reader = Files.newBufferedReader(file)) {
            Object all = new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
            if (all instanceof Map<?, ?> map && map.get("chapters") instanceof List<?> entries && map.get("schedules") instanceof List<?> ways) {
                List<PlannedChapter> chapters = entries.stream().map(CoursePlan::chapter).toList();
                checkThatIdsDiffer(chapters);
                return new CoursePlan(chapters, ways.stream().map(way -> schedule(way, chapters)).toList(),
                                      address("site", map.get("site")), address("edit", map.get("edit")));
            }
            throw misfit("the file has a list of 'chapters' and one of 'schedules'", all);
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

    /** {@return how long a learner needs from the start of a chapter to the end of the course, in words} */
    public String timeFrom(String id) {
        return time(forLearners().stream().dropWhile(chapter -> !chapter.id().equals(id)));
    }

    private static String time(Stream<PlannedChapter> chapters) {
        return PlannedChapter.inWords(chapters.mapToInt(PlannedChapter::minutes).sum());
    }

    private static String address(String name, Object value) {
        String address = Objects.requireNonNullElse(value, "").toString();
        if (address.isEmpty() || address.matches("https?://\\S+/")) {
            return address;
        }
        throw misfit("'%s' is an address that begins with https:// and ends with a slash".formatted(name), value);
    }

    private static PlannedChapter chapter(Object entry) {
        if (entry instanceof Map<?, ?> map && map.get("id") instanceof String id
                && map.get("minutes") instanceof Integer minutes && minutes >= 0) {
            return new PlannedChapter(id, minutes, id.equals(FOR_THE_INSTRUCTOR));
        }
        throw misfit("a chapter has a text 'id' and a number of 'minutes'", entry);
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
        if (entry instanceof Map<?, ?> map && map.get("id") instanceof String id && map.get("title") instanceof String title
                && map.get("minutes") instanceof Integer minutes && map.get("items") instanceof List<?> items) {
            return new Schedule(id, title, minutes, items.stream().map(item -> slot(item, chapters)).toList());
        }
        throw misfit("a schedule has a text 'id' and 'title', a number of 'minutes', and a list of 'items'", entry);
    }

    private static Slot slot(Object entry, List<PlannedChapter> chapters) {
        if (entry instanceof Map<?, ?> map && Objects.requireNonNullElse(map.get("how"), "") instanceof String how) {
            if (map.get("break") instanceof Integer minutes && minutes >= 0) {
                return new Slot("break", "Break", minutes, how);
            }
            if (map.get("talk") instanceof String talk && map.get("minutes") instanceof Integer minutes && minutes >= 0) {
                return new Slot("talk", talk, minutes, how);
            }
            if (map.get("chapter") instanceof String id
                    && Objects.requireNonNullElse(map.get("minutes"), minutesOf(id, chapters)) instanceof Integer minutes && minutes >= 0) {
                return new Slot("chapter", id, minutes, how);
            }
        }
        throw misfit("an item of a schedule has a 'chapter', a 'talk' with its 'minutes', or a 'break' of some minutes", entry);
    }

    private static Integer minutesOf(String id, List<PlannedChapter> chapters) {
        return chapters.stream().filter(chapter -> chapter.id().equals(id)).map(PlannedChapter::minutes).findFirst()
                .orElseThrow(() -> new CourseException("%s: a schedule has the chapter '%s', which is not among the chapters."
                                                               .formatted(FILE, id)));
    }

    private static CourseException misfit(String form, Object entry) {
        return new CourseException("%s: %s, unlike %s.".formatted(FILE, form, entry));
    }
}
