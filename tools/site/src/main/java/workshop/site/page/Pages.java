package workshop.site.page;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.samskivert.mustache.Mustache;
import org.jsoup.nodes.Element;

import workshop.site.course.Chapter;
import workshop.site.course.Chapter.Section;
import workshop.site.course.Course;
import workshop.site.course.Edition;
import workshop.site.course.Language;

/**
 * The pages of a site as HTML: templates in {@code docs/theme/pages}, in the language of Mustache. A name that nothing has is an
 * error; zero and an empty text count as nothing.
 *
 * @param course  the course
 * @param edition for whom they are
 */
record Pages(Course course, Edition edition) {
    private static final Mustache.Compiler TEMPLATES = Mustache.compiler().strictSections(true).zeroIsFalse(true).emptyStringIsFalse(true)
            .withLoader(name -> new InputStreamReader(Pages.class.getResourceAsStream("/workshop/site/theme/pages/" + name + ".html"),
                                                      StandardCharsets.UTF_8));

    /** A line of the navigation. */
    record NavigationItem(String id, String page, String title, int minutes, boolean current) {
    }

    /** All pages by the names of their files. */
    Map<String, String> all() {
        var pages = new HashMap<String, String>();
        List<Chapter> chapters = course.chapters(edition);
        if (edition == Edition.INSTRUCTOR) {
            pages.put("index.html", page("index", "Schedules", List.of(),
                                         fill("schedules", Map.of("schedules", InstructorPages.schedules(course)))));
            pages.put("checks.html", page("checks", "Checks for a group", List.of(),
                                          fill("checks", Map.of("checks", InstructorPages.checks(course)))));
            pages.put("speak.html", page("speak", "Present and speak", List.of(), fill("speak", Map.of(
                    "notes", InstructorPages.notes(chapters, this::content), "schedules", InstructorPages.schedules(course)))));
        } else {
            pages.put("index.html", page("index", course.project().name(), List.of(), fill("cover", Map.of(
                    "project", course.project(), "chapters", chapters, "first", chapters.getFirst(), "wholeTime", course.plan().time()))));
            String site = address(Language.ENGLISH, "index");
            if (!site.isEmpty() && course.language().equals(Language.ENGLISH)) {
                pages.put("404.html", fill("404", Map.of("project", course.project(), "site", site)));
            }
        }
        for (int at = 0; at < chapters.size(); at++) {
            Chapter chapter = chapters.get(at);
            pages.put(chapter.plan().page(), page(chapter.plan().id(), chapter.title(), chapter.sections(), chapter(chapters, at)));
        }
        return pages;
    }

    /** The address at which a page is published in a language; empty if it is not. */
    private String address(Language language, String id) {
        String site = course.plan().site();
        return edition == Edition.LEARNER && !site.isEmpty() ? site + language.folder() + (id.equals("index") ? "" : id + ".html") : "";
    }

    /** What a page is about, in a sentence: for a chapter, what a reader learns in it. */
    private String description(String id) {
        return chapter(id).map(Chapter::able).filter(able -> !able.isEmpty())
                .map(able -> Character.toUpperCase(able.charAt(0)) + able.substring(1) + ".").orElse(course.project().description());
    }

    /** Where the source of a page can be edited; empty if nowhere. */
    private String edit(String id) {
        String edit = course.plan().edit();
        return chapter(id).filter(chapter -> !edit.isEmpty()).map(chapter -> edit + chapter.source()).orElse("");
    }

    private Optional<Chapter> chapter(String id) {
        return course.chapters().stream().filter(chapter -> chapter.plan().id().equals(id)).findFirst();
    }

    private String chapter(List<Chapter> chapters, int at) {
        Chapter chapter = chapters.get(at);
        return fill("chapter", Map.of(
                "chapter", chapter,
                "timeLeft", course.plan().timeFrom(chapter.plan().id()),
                "content", content(chapter),
                "before", chapters.subList(Math.max(0, at - 1), at),
                "after", chapters.subList(at + 1, Math.min(at + 2, chapters.size()))));
    }

    private String content(Chapter chapter) {
        Element body = chapter.body().clone();
        if (edition == Edition.LEARNER) {
            body.select(".instructor").remove();
        }
        body.select("a[href]:not([href^=http])").forEach(this::nameTarget);
        return body.html();
    }

    /** A link to a chapter that has no words of its own gets the title of what it leads to. */
    private void nameTarget(Element link) {
        String[] target = link.attr("href").split("#", 2);
        if (!link.text().equals(link.attr("href")) && !link.text().equals(target[0])) {
            return;
        }
        Stream<Chapter> chapters = course.chapters(edition).stream().filter(chapter -> chapter.plan().page().equals(target[0]));
        Stream<String> titles = target.length < 2 ? chapters.map(Chapter::title) : chapters
                .flatMap(chapter -> chapter.sections().stream())
                .filter(section -> section.id().equals(target[1]))
                .map(Section::title);
        titles.findFirst().ifPresent(link::text);
    }

    /** What is the same on each page, around what it has of its own. */
    private String page(String id, String title, List<Section> sections, String main) {
        List<Section> contents = sections.stream().filter(section -> section.level() == 2).toList();
        return fill("page", Map.ofEntries(
                Map.entry("id", id),
                Map.entry("title", title),
                Map.entry("subtitle", title.equals(course.project().name()) ? "" : title),
                Map.entry("description", description(id)),
                Map.entry("address", address(course.language(), id)),
                Map.entry("edit", edit(id)),
                Map.entry("project", course.project()),
                Map.entry("edition", edition),
                Map.entry("otherLanguages", otherLanguages(id)),
                Map.entry("forInstructors", edition == Edition.INSTRUCTOR),
                Map.entry("entries", entries(id)),
                Map.entry("wholeTime", course.plan().time()),
                Map.entry("hasContents", !contents.isEmpty()),
                Map.entry("contents", contents),
                Map.entry("main", main)));
    }

    /** Where the same page is in another language. */
    private List<Map<String, String>> otherLanguages(String id) {
        return edition == Edition.INSTRUCTOR ? List.of() : course.otherLanguages().stream()
                .map(other -> Map.of("tag", other.tag(), "name", other.name(), "page", course.language().wayTo(other) + id + ".html",
                                     "address", address(other, id)))
                .toList();
    }

    private List<NavigationItem> entries(String current) {
        var entries = new ArrayList<NavigationItem>();
        if (edition == Edition.INSTRUCTOR) {
            entries.add(new NavigationItem("index", "index.html", "Schedules", 0, current.equals("index")));
            entries.add(new NavigationItem("checks", "checks.html", "Checks for a group", 0, current.equals("checks")));
            entries.add(new NavigationItem("speak", "speak.html", "Present and speak", 0, current.equals("speak")));
        }
        for (Chapter chapter : course.chapters(edition)) {
            String id = chapter.plan().id();
            entries.add(new NavigationItem(id, chapter.plan().page(), chapter.title(), chapter.plan().minutes(), id.equals(current)));
        }
        return entries;
    }

    private static String fill(String template, Map<String, Object> values) {
        return TEMPLATES.loadTemplate(template).execute(values);
    }
}
