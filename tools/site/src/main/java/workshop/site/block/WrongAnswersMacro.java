package workshop.site.block;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jsoup.nodes.Entities;

import workshop.model.answer.Answer;
import workshop.model.answer.Change;
import workshop.site.course.Tree;

/**
 * {@code wrong-answers::step-NN[]}: what each wrong answer to a step believes, why it fails, and which test tells.
 */
record WrongAnswersMacro(Tree tree) implements Macro {
    @Override
    public String html(String step, Map<String, Object> attributes) {
        return Answer.wrong(tree.step(step)).stream().map(WrongAnswersMacro::html)
                .collect(Collectors.joining("", "<div class=\"wrong-answers\">", "</div>"));
    }

    @Override
    public List<String> asciidoc(String step, Map<String, Object> attributes) {
        return Answer.wrong(tree.step(step)).stream().flatMap(answer -> asciidoc(answer).stream()).toList();
    }

    private static List<String> asciidoc(Answer answer) {
        var lines = new ArrayList<String>();
        lines.add("%s::".formatted(answer.title()));
        lines.add("_“+%s+”_ +%s+ `%s` tells: “+%s+”.".formatted(answer.says("belief"), answer.says("why"),
                                                                     answer.says("caught-by"), answer.says("message")));
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
                %s</details>""".formatted(Entities.escape(answer.title()), Entities.escape(answer.says("belief")),
                                          Entities.escape(answer.says("why")), Entities.escape(answer.says("caught-by")), Entities.escape(answer.says("message")),
                                          answer.changes().stream().map(Changes::ofCode).map(Changes::html).collect(Collectors.joining()));
    }
}
