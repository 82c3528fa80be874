package workshop.site.block;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import workshop.model.answer.Answer;
import workshop.model.answer.Change;
import workshop.model.answer.UnusableAnswerException;
import workshop.site.CourseException;
import workshop.site.Problems;
import workshop.site.code.Html;
import workshop.site.plan.Tree;

/**
 * {@code wrong-answers::step-NN[]}: what each wrong answer to a step believes, why it fails, and which test tells.
 */
final class WrongAnswersMacro extends CourseMacro {
    private final Tree tree;

    WrongAnswersMacro(Tree tree, Problems problems) {
        super("wrong-answers", problems);
        this.tree = tree;
    }

    @Override
    String html(String step, Map<String, Object> attributes) {
        return "<div class=\"wrong-answers\">" + String.join("", each(step, WrongAnswersMacro::html)) + "</div>";
    }

    @Override
    List<String> asciidoc(String step, Map<String, Object> attributes) {
        return each(step, WrongAnswersMacro::asciidoc).stream().flatMap(List::stream).toList();
    }

    private <T> List<T> each(String step, Function<Answer, T> form) {
        try {
            return Answer.wrong(tree.step(step)).stream().map(form).toList();
        } catch (UnusableAnswerException e) {
            throw new CourseException(e.getMessage(), e);
        }
    }

    private static List<String> asciidoc(Answer answer) {
        var lines = new ArrayList<String>();
        lines.add("%s::".formatted(answer.title()));
        lines.add("_“%s”_ %s `%s` tells: “%s”.".formatted(verbatim(answer.says("belief")), verbatim(answer.says("why")),
                                                          answer.says("caught-by"), verbatim(answer.says("message"))));
        for (Change change : answer.changes()) {
            lines.add("+");
            lines.addAll(Changes.ofCode(change).asText());
            lines.removeLast(); // an empty line would end the item
        }
        lines.add("");
        return lines;
    }

    private static String html(Answer answer) {
        return """
                <details class="wrong-answer"><summary>%s</summary>
                <p class="belief"><strong>It believes:</strong> <q>%s</q></p>
                <p><strong>Why it fails:</strong> %s</p>
                <p><strong>The test that tells:</strong> <code>%s</code>, with <q>%s</q></p>
                <p><strong>What it does differently from the solution:</strong></p>
                %s</details>""".formatted(Html.escape(answer.title()), Html.escape(answer.says("belief")),
                                          Html.escape(answer.says("why")), Html.escape(answer.says("caught-by")),
                                          Html.escape(answer.says("message")),
                                          answer.changes().stream().map(Changes::ofCode).map(Changes::html).collect(Collectors.joining()));
    }

    private static String verbatim(String text) {
        return "+" + text + "+";
    }
}
