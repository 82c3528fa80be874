package workshop.site.page;

import java.util.List;
import java.util.stream.Collectors;

import workshop.site.code.Html;
import workshop.site.plan.Project;
import workshop.site.render.Chapter;

/**
 * The first page of the learner's site: what the course is, its chapters, and where the learner was.
 */
final class CoverPage {
    private CoverPage() {
    }

    static String html(PageShell shell) {
        Project project = shell.course().project();
        List<Chapter> chapters = shell.course().chapters(shell.edition());
        String main = """
                <div class="cover">
                <h1>%s</h1>
                <p class="lead">%s</p>
                <p class="cover-start"><a class="button" href="%s" id="start">Start here</a> <a class="button second" id="resume" href="%2$s" hidden>Go on</a> <span class="time">%s in all</span></p>
                <p class="cover-progress" id="progress" role="status"></p>
                </div>
                <h2 class="cover-heading">The chapters</h2>
                <ol class="cover-chapters">
                %s
                </ol>""".replace("%2$s", chapters.getFirst().plan().page())
                .formatted(Html.escape(project.name()), Html.escape(project.description()), chapters.getFirst().plan().page(),
                           Minutes.words(shell.course().plan().minutes()),
                           chapters.stream().map(CoverPage::entry).collect(Collectors.joining("\n")));
        return shell.page("index", project.name(), List.of(), main);
    }

    private static String entry(Chapter chapter) {
        String able = chapter.able().isEmpty() ? "" : "<p>You will be able to %s.</p>".formatted(
                Html.escape(chapter.able().replaceFirst("\\.$", "")));
        String time = chapter.plan().minutes() == 0 ? "" : "<span class=\"time\">%s</span>".formatted(
                Minutes.words(chapter.plan().minutes()));
        return "<li data-chapter=\"%s\"><a href=\"%s\">%s</a> %s<span class=\"done-word\" hidden>done</span>%s</li>".formatted(
                chapter.plan().id(), chapter.plan().page(), Html.escape(chapter.title()), time, able);
    }
}
