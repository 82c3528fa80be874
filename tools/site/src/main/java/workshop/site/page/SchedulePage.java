package workshop.site.page;

import java.util.List;
import java.util.stream.Collectors;

import workshop.site.code.Html;
import workshop.site.plan.Schedule;
import workshop.site.plan.Slot;
import workshop.site.plan.Slot.Kind;

/**
 * The first page of the instructor's site: the schedules, with the minute at which each item begins.
 */
final class SchedulePage {
    private static final int HOUR = 60;

    private SchedulePage() {
    }

    static String html(PageShell shell) {
        List<Schedule> schedules = shell.course().plan().schedules();
        String main = """
                <article>
                <header class="chapter-head"><h1>Schedules</h1>
                <p class="able">Times count from the start. Each chapter has the speaker notes at their place.</p></header>
                %s
                </article>""".formatted(schedules.stream().map(schedule -> table(shell.course(), schedule))
                                                .collect(Collectors.joining("\n")));
        return shell.page("index", "Schedules", List.of(), main);
    }

    private static String table(Course course, Schedule schedule) {
        var rows = new StringBuilder();
        int at = 0;
        for (Slot slot : schedule.slots()) {
            rows.append("<tr class=\"%s\"><td>%d:%02d</td><td>%s</td><td>%d min</td><td>%s</td></tr>\n".formatted(
                    slot.kind().name().toLowerCase(), at / HOUR, at % HOUR, what(course, slot), slot.minutes(), Html.escape(slot.how())));
            at += slot.minutes();
        }
        return """
                <h2 id="%s">%s</h2>
                <div class="scroll table" tabindex="0" role="group" aria-label="Schedule: %2$s"><table class="schedule"><thead><tr><th scope="col">At</th><th scope="col">What</th><th scope="col">Time</th><th scope="col">How</th></tr></thead>
                <tbody>%s</tbody></table></div>""".formatted(schedule.id(), Html.escape(schedule.title()), rows);
    }

    private static String what(Course course, Slot slot) {
        if (slot.kind() != Kind.CHAPTER) {
            return Html.escape(slot.text());
        }
        return "<a href=\"%s.html\">%s</a>".formatted(slot.text(), Html.escape(course.chapter(slot.text()).title()));
    }
}
