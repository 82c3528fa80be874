package workshop.site.block;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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
        return "<div class=\"wrong-answers\">" + answers(step).stream().map(WrongAnswersMacro::html).collect(Collectors.joining())
                + "</div>";
    }

    @Override
    List<String> asciidoc(String step, Map<String, Object> attributes) {
        var lines = new ArrayList<String>();
        for (WrongAnswer answer : answers(step)) {
            lines.addAll(List.of(answer.title() + "::", "_“" + verbatim(answer.belief()) + "”_ " + verbatim(answer.why())
                    + " `" + answer.caughtBy() + "` tells: “" + verbatim(answer.message()) + "”."));
        }
        lines.add("");
        return lines;
    }

    private List<WrongAnswer> answers(String step) {
        return WrongAnswer.all(tree.step(step).wrongAnswers(), tree.step(step).solution());
    }

    private static String html(WrongAnswer answer) {
        return """
                <details class="wrong-answer"><summary>%s</summary>
                <p class="belief"><strong>It believes:</strong> <q>%s</q></p>
                <p><strong>Why it fails:</strong> %s</p>
                <p><strong>The test that tells:</strong> <code>%s</code>, with <q>%s</q></p>
                <p><strong>What it does differently from the solution:</strong></p>
                %s</details>""".formatted(Html.escape(answer.title()), Html.escape(answer.belief()), Html.escape(answer.why()),
                                          Html.escape(answer.caughtBy()), Html.escape(answer.message()),
                                          answer.changes().stream().map(Changes::html).collect(Collectors.joining()));
    }

    private static String verbatim(String text) {
        return "+" + text + "+";
    }
}
