package workshop.site.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

import workshop.site.course.Chapter;
import workshop.site.course.Course;
import workshop.site.course.Edition;
import workshop.site.course.Schedule;
import workshop.site.course.Schedule.Slot;

/**
 * What only the instructor's site tells, for its templates.
 */
final class InstructorPages {
    private static final int HOUR = 60;

    private InstructorPages() {
    }

    /** The schedules. */
    static List<Map<String, Object>> schedules(Course course) {
        return course.plan().schedules().stream()
                .map(schedule -> Map.of("schedule", schedule, "rows", rows(course, schedule)))
                .toList();
    }

    /** What to ask a group at the end of a chapter: whether everybody is able to do what it says, and its questions. */
    static List<Map<String, Object>> checks(Course course) {
        return course.chapters(Edition.LEARNER).stream()
                .filter(chapter -> !chapter.able().isEmpty())
                .map(chapter -> Map.of("chapter", chapter, "questions", questions(chapter)))
                .toList();
    }

    /** What to say: the notes of each chapter that has some, as HTML, from what a page has of the chapter. */
    static List<Map<String, Object>> notes(List<Chapter> chapters, Function<Chapter, String> content) {
        return chapters.stream()
                .map(chapter -> Map.<String, Object>of("chapter", chapter, "notes", notes(content.apply(chapter))))
                .filter(each -> !each.get("notes").equals(""))
                .toList();
    }

    private static String notes(String content) {
        return Jsoup.parseBodyFragment(content).select(".instructor > .content").stream().map(Element::html).collect(Collectors.joining());
    }

    /** The items, each with the minutes at which it begins and ends, and the chapter that it is about, if there is one. */
    private static List<Map<String, Object>> rows(Course course, Schedule schedule) {
        var rows = new ArrayList<Map<String, Object>>();
        int at = 0;
        for (Slot slot : schedule.slots()) {
            rows.add(Map.of("slot", slot, "at", "%d:%02d".formatted(at / HOUR, at % HOUR), "from", at, "to", at + slot.minutes(),
                            "chapter", course.chapters().stream().filter(chapter -> chapter.plan().id().equals(slot.text())).toList()));
            at += slot.minutes();
        }
        return rows;
    }

    /** The questions and their answers, both as HTML. */
    private static List<Map<String, String>> questions(Chapter chapter) {
        return chapter.body().select("form.quiz").stream().map(quiz -> {
            Element text = quiz.expectFirst("legend").clone();
            text.select(".box-title").remove();
            return Map.of("text", text.html(), "answer", quiz.select(".choice[data-right=true] label span").stream().map(Element::html)
                    .collect(Collectors.joining("; ")));
        }).toList();
    }
}
