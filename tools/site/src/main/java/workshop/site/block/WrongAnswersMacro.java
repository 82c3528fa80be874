package workshop.site.block;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jsoup.nodes.Entities;

import workshop.model.answer.Change;
import workshop.model.answer.WrongAnswer;
import workshop.site.course.Tree;

/**
 * {@code wrong-answers::step-NN[]}: what each wrong answer to a step believes, why it fails, and which test tells.
 */
record WrongAnswersMacro(Tree tree) implements Macro {
    @Override
    public String html(String step, Map<String, Object> attributes) {
        return WrongAnswer.to(tree.step(step)).stream().map(WrongAnswersMacro::html)
                .collect(Collectors.joining("", "<div class=\"wrong-answers\">", "</div>"));
    }

    @Override
    public List<String> asciidoc(String step, Map<String, Object> attributes) {
        return WrongAnswer.to(tree.step(step)).stream().flatMap(answer -> asciidoc(answer).stream()).toList();
    }

    private static List<String> asciidoc(WrongAnswer answer) {
        var lines = new ArrayList<String>();
        lines.add("%s::".formatted(answer.title()));
        lines.add("_“+%s+”_ +%s+ `%s` tells: “+%s+”.".formatted(answer.belief(), answer.why(), answer.caughtBy(), answer.message()));
        for (Change change : answer.changes()) {
            lines.add("+");
            lines.addAll(Changes.ofCode(change).asText());
            lines.removeLast(); // an empty line would end the item
        }
        lines.add("");
        return lines;
    }

    private static String html(WrongAnswer answer) {
        return """
                <details class="wrong-answer"><summary>%s</summary>
                <p class="belief"><strong>It believes:</strong> <q>%s</q></p>
                <p><strong>Why it fails:</strong> %s</p>
                <p><strong>The test that tells:</strong> <code>%s</code>, with <q>%s</q></p>
                <p><strong>What it does differently from the solution:</strong></p>
                %s</details>""".formatted(Entities.escape(answer.title()), Entities.escape(answer.belief()), Entities.escape(answer.why()),
                                          Entities.escape(answer.caughtBy()), Entities.escape(answer.message()),
                                          answer.changes().stream().map(Changes::ofCode).map(Changes::html).collect(Collectors.joining()));
    }
}
