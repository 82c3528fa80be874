package workshop.site.page;

import org.jsoup.nodes.Element;

import workshop.site.code.Html;
import workshop.site.render.Chapter;

/**
 * The page of one chapter.
 */
final class ChapterPage {
    private ChapterPage() {
    }

    static String html(PageShell shell, Chapter chapter) {
        String main = """
                <article>
                <header class="chapter-head">
                <h1>%s</h1>
                %s%s
                </header>
                %s
                </article>
                %s""".formatted(Html.escape(chapter.title()), time(shell, chapter), able(chapter), content(shell, chapter),
                                shell.beforeAndAfter(chapter));
        return shell.page(chapter.plan().id(), chapter.title(), chapter.sections(), main);
    }

    private static String time(PageShell shell, Chapter chapter) {
        int minutes = chapter.plan().minutes();
        if (minutes == 0) {
            return "";
        }
        int left = shell.course().plan().minutesFrom(chapter.plan().id());
        return "<p class=\"time\"><span>%s</span> for this chapter, <span>%s</span> from here to the end</p>".formatted(
                Minutes.words(minutes), Minutes.words(left));
    }

    private static String able(Chapter chapter) {
        return chapter.able().isEmpty() ? "" : "<p class=\"able\"><strong>You will be able to</strong> %s.</p>".formatted(
                Html.escape(chapter.able().replaceFirst("\\.$", "")));
    }

    private static String content(PageShell shell, Chapter chapter) {
        Element body = chapter.body().clone();
        if (shell.edition() == Edition.LEARNER) {
            body.select(".instructor").remove();
        }
        CrossReferences.name(body, shell.course(), shell.edition());
        return body.html();
    }
}
