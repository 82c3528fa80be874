package workshop.site.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/**
 * What must be true of each page by itself. The Nu validator, which knows far more of HTML, takes too long for each time when
 * the course is rendered, and is among the tests.
 */
final class PageCheck {
    private static final int FEWEST_WORDS = 3;
    private static final Pattern MACRO = Pattern.compile("[a-z][a-z-]*::\\S*\\[.*]");

    private PageCheck() {
    }

    static Stream<String> problems(Document page) {
        return Stream.<Function<Document, List<String>>>of(PageCheck::ids, PageCheck::images, PageCheck::headings, PageCheck::quizzes,
                                                           PageCheck::macros)
                .flatMap(check -> check.apply(page).stream());
    }

    /** No id is there twice. */
    private static List<String> ids(Document page) {
        var seen = new HashSet<String>();
        return page.select("[id]").stream().map(Element::id)
                .filter(id -> !seen.add(id))
                .map("the id '%s' is there twice; give one of the two another title or id"::formatted)
                .toList();
    }

    /** Each image says in words what it shows. */
    private static List<String> images(Document page) {
        var problems = new ArrayList<String>();
        for (Element image : page.select("img, svg[role=img]")) {
            String text = image.attr(image.normalName().equals("img") ? "alt" : "aria-label");
            if (text.strip().split("\\s+").length < FEWEST_WORDS) {
                problems.add("the image %s says '%s'; say in words what it shows".formatted(image.attr("src"), text));
            }
        }
        return problems;
    }

    /** There is one heading of the first level, and none skips a level. */
    private static List<String> headings(Document page) {
        var problems = new ArrayList<String>();
        int first = page.select("h1").size();
        if (first != 1) {
            problems.add("there are %d headings of the first level; a page has one".formatted(first));
        }
        int before = 6;
        for (Element heading : page.select("h1, h2, h3, h4, h5, h6")) {
            int level = heading.normalName().charAt(1) - '0';
            if (level > before + 1) {
                problems.add("'%s' is a heading of level %d below one of level %d; use one more or one less '='"
                                     .formatted(heading.ownText(), level, before));
            }
            before = level;
        }
        return problems;
    }

    /** Each quiz has a question, one right choice and a wrong one, and each choice has a feedback. */
    private static List<String> quizzes(Document page) {
        var problems = new ArrayList<String>();
        for (Element quiz : page.select("form.quiz")) {
            Element legend = quiz.expectFirst("legend").clone();
            legend.select(".box-title").remove();
            String question = legend.text();
            Elements choices = quiz.select(".choice");
            int right = quiz.select(".choice[data-right=true]").size();
            if (question.isBlank()) {
                problems.add("a quiz has no question; begin it with one");
            }
            if (right != 1 || choices.size() < 2) {
                problems.add("the quiz '%s' has %d right choices of %d; it needs one that is right, and a wrong one"
                                     .formatted(question, right, choices.size()));
            }
            choices.stream().filter(choice -> choice.select(".feedback > *").size() < 2)
                    .forEach(choice -> problems.add("the quiz '%s' says nothing on the choice '%s'; add a feedback below a +"
                                                            .formatted(question, choice.select("label").text())));
        }
        return problems;
    }

    /** No block macro stands there as text, as one does that nobody knows. */
    private static List<String> macros(Document page) {
        return page.select("p").stream().map(Element::text)
                .filter(text -> MACRO.matcher(text).matches())
                .map("nobody knows the macro '%s'; see CONTRIBUTING.md for those of the course"::formatted)
                .toList();
    }
}
