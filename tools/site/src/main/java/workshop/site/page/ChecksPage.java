package workshop.site.page;

import java.util.List;
import java.util.stream.Collectors;

import org.jsoup.nodes.Element;

import workshop.site.code.Html;
import workshop.site.render.Chapter;

/**
 * What an instructor asks a group at the end of each chapter: what everybody should be able to do, and the questions with
 * their answers.
 */
final class ChecksPage {
    private ChecksPage() {
    }

    static String html(PageShell shell) {
        String main = """
                <article>
                <header class="chapter-head"><h1>Checks for a group</h1>
                <p class="able">Ask before you go on. The answer is below each question.</p></header>
                %s
                </article>""".formatted(shell.course().chapters(Edition.LEARNER).stream()
                                                .filter(chapter -> !chapter.able().isEmpty())
                                                .map(ChecksPage::checks).collect(Collectors.joining("\n")));
        return shell.page("checks", "Checks for a group", List.of(), main);
    }

    private static String checks(Chapter chapter) {
        List<Element> quizzes = chapter.body().select("form.quiz");
        return "<h2 id=\"check-%s\">%s</h2><p>Can everybody %s?</p>%s".formatted(
                chapter.plan().id(), Html.escape(chapter.title()), Html.escape(chapter.able().replaceFirst("\\.$", "")),
                quizzes.isEmpty() ? "" : "<ul>" + quizzes.stream().map(ChecksPage::check).collect(Collectors.joining("\n")) + "</ul>");
    }

    private static String check(Element quiz) {
        Element question = quiz.expectFirst("legend").clone();
        question.select(".box-title").remove();
        String answer = quiz.select(".choice[data-right=true] label span").stream().map(Element::html).collect(Collectors.joining("; "));
        return "<li>%s<br><strong>Answer:</strong> %s</li>".formatted(question.html(), answer);
    }
}
