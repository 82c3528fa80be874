package workshop.site.course;

import java.util.ArrayList;
import java.util.List;

import workshop.site.plan.Schedule;
import workshop.site.render.Chapter;

/**
 * The minutes add up: a chapter says the same as the plan, and a schedule fills its time.
 */
public final class Times {
    private Times() {
    }

    /**
     * @param course the course
     * @return what does not add up
     */
    public static List<String> check(Course course) {
        var problems = new ArrayList<String>();
        for (Chapter chapter : course.chapters()) {
            String planned = Integer.toString(chapter.plan().minutes());
            if (!chapter.minutes().equals(planned) && !(chapter.minutes().isEmpty() && planned.equals("0"))) {
                problems.add("%s.adoc says ':minutes: %s', and course.yaml %s: make them the same".formatted(
                        chapter.plan().id(), chapter.minutes(), planned));
            }
        }
        for (Schedule schedule : course.plan().schedules()) {
            if (schedule.planned() != schedule.minutes()) {
                problems.add("course.yaml: the schedule '%s' has %d minutes, and its items take %d: change one of the two".formatted(
                        schedule.title(), schedule.minutes(), schedule.planned()));
            }
        }
        return problems;
    }
}
