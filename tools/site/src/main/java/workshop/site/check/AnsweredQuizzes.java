package workshop.site.check;

import java.util.ArrayList;
import java.util.List;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/**
 * Each quiz has a question, one right choice and a wrong one, and each choice has a feedback.
 */
final class AnsweredQuizzes extends PageCheck {
    @Override
    List<String> check(Document page) {
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
}
