package workshop.site.page;

import java.util.ArrayList;
import java.util.List;

import workshop.site.course.Course;
import workshop.site.plan.Schedule;
import workshop.site.plan.Slot;
import workshop.site.plan.Slot.Kind;

/**
 * A schedule with the minute at which each item begins.
 *
 * @param schedule the schedule
 * @param rows     its items
 */
record ScheduleTable(Schedule schedule, List<Row> rows) {
    private static final int HOUR = 60;

    /** An item; the page is empty if there is none to read. */
    record Row(Slot slot, String kind, String at, String page, String what) {
    }

    static List<ScheduleTable> all(Course course) {
        return course.plan().schedules().stream().map(schedule -> of(course, schedule)).toList();
    }

    private static ScheduleTable of(Course course, Schedule schedule) {
        var rows = new ArrayList<Row>();
        int at = 0;
        for (Slot slot : schedule.slots()) {
            boolean isChapter = slot.kind() == Kind.CHAPTER;
            rows.add(new Row(slot, slot.kind().name().toLowerCase(), "%d:%02d".formatted(at / HOUR, at % HOUR),
                             isChapter ? course.chapter(slot.text()).plan().page() : "",
                             isChapter ? course.chapter(slot.text()).title() : slot.text()));
            at += slot.minutes();
        }
        return new ScheduleTable(schedule, rows);
    }
}
