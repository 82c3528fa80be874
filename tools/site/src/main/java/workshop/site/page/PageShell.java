package workshop.site.page;

import java.util.List;
import java.util.stream.Collectors;

import workshop.site.code.Html;
import workshop.site.plan.Project;
import workshop.site.render.Chapter;
import workshop.site.render.Section;

/**
 * What is the same on each page: header, navigation, footer.
 *
 * @param course  the course
 * @param edition for whom the pages are
 */
record PageShell(Course course, Edition edition) {
    private static final List<String> SCRIPTS = List.of("search-index.js", "course.js", "timeline.js", "search.js");

    /**
     * A page.
     *
     * @param id       the id of its chapter, or of the page
     * @param title    its title
     * @param sections what its contents list; none if it needs no contents
     * @param main     the HTML of its content
     */
    String page(String id, String title, List<Section> sections, String main) {
        Project project = course.project();
        String scripts = SCRIPTS.stream().map("<script defer src=\"assets/%s\"></script>"::formatted).collect(Collectors.joining("\n"));
        return """
                <!doctype html>
                <html lang="en" data-edition="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <meta name="description" content="%s">
                <meta name="color-scheme" content="light dark">
                <link rel="stylesheet" href="assets/base.css">
                <link rel="stylesheet" href="assets/course.css">
                <script src="assets/theme.js"></script>
                %s
                </head>
                <body data-page="%s" data-title="%s"%s>
                <a class="skip" href="#main">Skip to the text</a>
                %s
                <div class="frame%s">
                %s
                <main id="main" tabindex="-1">
                %s
                </main>
                %s
                </div>
                %s
                </body>
                </html>
                """.formatted(edition.folder(), titleTag(title), Html.escape(project.description()), scripts, id,
                              Html.escape(title), step(id), header(), sections.isEmpty() ? "" : " with-contents",
                              navigation(id), main, contents(sections), footer());
    }

    private static String step(String id) {
        return id.startsWith("step-") ? " data-step=\"" + id + "\"" : "";
    }

    private String titleTag(String title) {
        String name = course.project().name() + (edition == Edition.INSTRUCTOR ? ", instructor’s view" : "");
        return Html.escape(title.equals(course.project().name()) ? name : title + " · " + name);
    }

    private String header() {
        String view = edition == Edition.INSTRUCTOR ? " <span class=\"view\">instructor’s view</span>" : "";
        return """
                <header class="top">
                <a class="brand" href="index.html"><svg viewBox="0 0 28 20" aria-hidden="true" focusable="false"><path class="brand-client" d="M2 5h9"/><path class="brand-cut" d="M13 2v6"/><path class="brand-server" d="M2 15h24"/></svg><span>%s</span></a>%s
                <button type="button" class="chapters-button" popovertarget="chapters">Chapters</button>
                <search class="search script-only"><label class="hidden" for="search">Search the course</label><input id="search" type="search" placeholder="Search" autocomplete="off" spellcheck="false" aria-describedby="search-key"><kbd aria-hidden="true">/</kbd><span id="search-key" class="hidden">The key slash leads here.</span><div id="search-results" class="search-results" hidden></div><p id="search-status" class="hidden" role="status"></p></search>
                <button type="button" class="theme script-only" id="theme" aria-pressed="false"><span class="hidden">Dark colours</span><svg viewBox="0 0 20 20" aria-hidden="true" focusable="false"><circle cx="10" cy="10" r="7"/><path d="M10 3a7 7 0 0 1 0 14z"/></svg></button>
                </header>""".formatted(Html.escape(course.project().name()), view);
    }

    private String navigation(String id) {
        String schedule = edition == Edition.INSTRUCTOR
                ? entry("index", "index.html", "Schedules", 0, id) + entry("checks", "checks.html", "Checks for a group", 0, id)
                : "";
        String chapters = course.chapters(edition).stream()
                .map(chapter -> entry(chapter.plan().id(), chapter.plan().page(), chapter.title(), chapter.plan().minutes(), id))
                .collect(Collectors.joining("\n"));
        return """
                <nav id="chapters" class="chapters" aria-label="Chapters" popover>
                <ol>
                %s%s
                </ol>
                <p class="chapters-time">%s in all</p>
                </nav>""".formatted(schedule, chapters, Minutes.words(course.plan().minutes()));
    }

    private static String entry(String id, String page, String title, int minutes, String current) {
        String time = minutes == 0 ? "" : " <span class=\"time\">%d min</span>".formatted(minutes);
        return "<li data-chapter=\"%s\"><a href=\"%s\"%s>%s</a>%s<span class=\"done-word\" hidden>done</span></li>".formatted(
                id, page, id.equals(current) ? " aria-current=\"page\"" : "", Html.escape(title), time);
    }

    private static String contents(List<Section> sections) {
        if (sections.isEmpty()) {
            return "";
        }
        String entries = sections.stream().filter(section -> section.level() == 2)
                .map(section -> "<li><a href=\"#%s\">%s</a></li>".formatted(section.id(), Html.escape(section.title())))
                .collect(Collectors.joining("\n"));
        return "<nav class=\"contents\" aria-label=\"On this page\"><p>On this page</p><ul>\n%s\n</ul></nav>".formatted(entries);
    }

    private String footer() {
        Project project = course.project();
        return """
                <footer class="bottom">
                <p>The problem and its server come from the article <a href="https://gianarb.it/blog/go-how-to-cleanup-http-request-terminated">“Go how to cleanup HTTP request terminated”</a>, gianarb.it, 25 April 2018.</p>
                <p>Tested with Java %s, Helidon %s and JUnit %s. Apache License 2.0.</p>
                <p class="script-only"><button type="button" class="plain" id="export">Export my progress</button> <button type="button" class="plain" id="import">Import my progress</button><input type="file" id="import-file" accept=".json,application/json" aria-label="A file with your progress" hidden> <button type="button" class="plain" id="reset">Reset my progress</button> <span id="import-note" role="status"></span></p>
                </footer>""".formatted(project.versions().get("java"), project.versions().get("helidon"),
                                       project.versions().get("junit"));
    }

    /** The way to the chapters before and after one. */
    String beforeAndAfter(Chapter chapter) {
        List<Chapter> chapters = course.chapters(edition);
        int at = chapters.indexOf(chapter);
        String before = at > 0 ? link("before", "Before", chapters.get(at - 1)) : "";
        String after = at < chapters.size() - 1 ? link("after", "Next", chapters.get(at + 1)) : "";
        return "<nav class=\"before-after\" aria-label=\"Before and next\">%s%s</nav>".formatted(before, after);
    }

    private static String link(String className, String word, Chapter chapter) {
        return "<a class=\"%s\" rel=\"%s\" href=\"%s\"><span>%s</span> %s</a>".formatted(
                className, className.equals("after") ? "next" : "prev", chapter.plan().page(), word, Html.escape(chapter.title()));
    }
}
