package workshop.course.block;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import workshop.course.Problems;
import workshop.course.code.Html;
import workshop.course.plan.Tree;

/**
 * {@code hints::step-NN[todo=N]}: hints in three depths, each closed until a learner opens it.
 */
final class HintsMacro extends CourseMacro {
    private static final List<String> DEPTHS = List.of("what to think about", "what to use", "almost the code");

    private final Tree tree;

    HintsMacro(Tree tree, Problems problems) {
        super("hints", problems);
        this.tree = tree;
    }

    @Override
    String html(String step, Map<String, Object> attributes) {
        Hints hints = Hints.read(tree.starter(step), attribute(attributes, "todo"));
        var html = new StringBuilder("<div class=\"hints\"><p class=\"hints-title\">%s</p>".formatted(Html.escape(title(hints))));
        for (int i = 0; i < hints.texts().size(); i++) {
            html.append("<details><summary>Hint %d <span>%s</span></summary>%s</details>".formatted(
                    i + 1, DEPTHS.get(i), HintText.html(hints.texts().get(i))));
        }
        return html.append("</div>").toString();
    }

    @Override
    List<String> asciidoc(String step, Map<String, Object> attributes) {
        Hints hints = Hints.read(tree.starter(step), attribute(attributes, "todo"));
        var lines = new ArrayList<String>();
        for (int i = 0; i < hints.texts().size(); i++) {
            lines.addAll(List.of("", ".%s: hint %d, %s".formatted(title(hints), i + 1, DEPTHS.get(i)), "****"));
            lines.addAll(HintText.asciidoc(hints.texts().get(i)));
            lines.addAll(List.of("****", ""));
        }
        return lines;
    }

    private static String title(Hints hints) {
        return "TODO %d: %s".formatted(hints.todo(), hints.title());
    }
}
