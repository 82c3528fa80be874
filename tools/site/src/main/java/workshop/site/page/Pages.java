package workshop.site.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jsoup.nodes.Element;

import workshop.site.course.Course;
import workshop.site.course.Edition;
import workshop.site.plan.CoursePlan;
import workshop.site.plan.Project;
import workshop.site.render.Chapter;
import workshop.site.render.Section;

/**
 * The pages of a site as HTML.
 *
 * @param course  the course
 * @param edition for whom they are
 */
record Pages(Course course, Edition edition) {
    /** A line of the navigation. */
    record NavigationItem(String id, String page, String title, int minutes, boolean current) {
    }

    /** All pages by the names of their files. */
    Map<String, String> all() {
        var pages = new HashMap<String, String>();
        if (edition == Edition.INSTRUCTOR) {
            pages.put("index.html", page("index", "Schedules", List.of(), Template.SCHEDULES.fill(
                    Map.of("schedules", ScheduleTable.all(course)))));
            pages.put("checks.html", page("checks", "Checks for a group", List.of(), Template.CHECKS.fill(
                    Map.of("checks", ChapterCheck.all(course)))));
        } else {
            pages.put("index.html", page("index", project().name(), List.of(), cover()));
        }
        List<Chapter> chapters = course.chapters(edition);
        for (int at = 0; at < chapters.size(); at++) {
            Chapter chapter = chapters.get(at);
            pages.put(chapter.plan().page(), page(chapter.plan().id(), chapter.title(), chapter.sections(), chapter(chapters, at)));
        }
        return pages;
    }

    private String cover() {
        List<Chapter> chapters = course.chapters(edition);
        return Template.COVER.fill(Map.of("project", project(), "chapters", chapters, "first", chapters.getFirst(),
                                          "wholeTime", plan().time()));
    }

    private String chapter(List<Chapter> chapters, int at) {
        Chapter chapter = chapters.get(at);
        return Template.CHAPTER.fill(Map.of(
                "chapter", chapter,
                "timeLeft", plan().timeFrom(chapter.plan().id()),
                "content", content(chapter),
                "before", chapters.subList(Math.max(0, at - 1), at),
                "after", chapters.subList(at + 1, Math.min(at + 2, chapters.size()))));
    }

    private String content(Chapter chapter) {
        Element body = chapter.body().clone();
        if (edition == Edition.LEARNER) {
            body.select(".instructor").remove();
        }
        CrossReferences.name(body, course, edition);
        return body.html();
    }

    /** What is the same on each page, around what it has of its own. */
    private String page(String id, String title, List<Section> sections, String main) {
        List<Section> contents = sections.stream().filter(section -> section.level() == 2).toList();
        return Template.PAGE.fill(Map.ofEntries(
                Map.entry("id", id),
                Map.entry("title", title),
                Map.entry("subtitle", title.equals(project().name()) ? "" : title),
                Map.entry("project", project()),
                Map.entry("edition", edition),
                Map.entry("forInstructors", edition == Edition.INSTRUCTOR),
                Map.entry("entries", entries(id)),
                Map.entry("wholeTime", plan().time()),
                Map.entry("hasContents", !contents.isEmpty()),
                Map.entry("contents", contents),
                Map.entry("main", main)));
    }

    private List<NavigationItem> entries(String current) {
        var entries = new ArrayList<NavigationItem>();
        if (edition == Edition.INSTRUCTOR) {
            entries.add(new NavigationItem("index", "index.html", "Schedules", 0, current.equals("index")));
            entries.add(new NavigationItem("checks", "checks.html", "Checks for a group", 0, current.equals("checks")));
        }
        for (Chapter chapter : course.chapters(edition)) {
            String id = chapter.plan().id();
            entries.add(new NavigationItem(id, chapter.plan().page(), chapter.title(), chapter.plan().minutes(), id.equals(current)));
        }
        return entries;
    }

    private Project project() {
        return course.project();
    }

    private CoursePlan plan() {
        return course.plan();
    }
}
