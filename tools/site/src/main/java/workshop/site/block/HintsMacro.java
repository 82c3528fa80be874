package workshop.site.block;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import workshop.model.hint.Hint;
import workshop.model.hint.UnusableHintsException;
import workshop.site.CourseException;
import workshop.site.Problems;
import workshop.site.code.HintText;
import workshop.site.code.Html;
import workshop.site.plan.Tree;

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
        Hint hint = hint(tree.step(step).starter(), attribute(attributes, "todo"));
        var html = new StringBuilder("<div class=\"hints\"><p class=\"hints-title\">%s</p>".formatted(Html.escape(title(hint))));
        for (int i = 0; i < hint.texts().size(); i++) {
            html.append("<details><summary>Hint %d <span>%s</span></summary>%s</details>".formatted(
                    i + 1, DEPTHS.get(i), HintText.html(hint.texts().get(i))));
        }
        return html.append("</div>").toString();
    }

    @Override
    List<String> asciidoc(String step, Map<String, Object> attributes) {
        Hint hint = hint(tree.step(step).starter(), attribute(attributes, "todo"));
        var lines = new ArrayList<String>();
        for (int i = 0; i < hint.texts().size(); i++) {
            lines.addAll(List.of("", ".%s: hint %d, %s".formatted(title(hint), i + 1, DEPTHS.get(i)), "****"));
            lines.addAll(HintText.asciidoc(hint.texts().get(i)));
            lines.addAll(List.of("****", ""));
        }
        return lines;
    }

    private static Hint hint(Path starter, String todo) {
        try {
            return Hint.of(starter).stream()
                    .filter(hint -> todo.equals(String.valueOf(hint.todo())))
                    .findFirst()
                    .orElseThrow(() -> new CourseException("%s has no hints for TODO %s: add them to its hints.yaml."
                                                                   .formatted(starter.getFileName(), todo)));
        } catch (UnusableHintsException e) {
            throw new CourseException("%s: each step has its hints there.".formatted(e.getMessage()), e);
        }
    }

    private static String title(Hint hint) {
        return "TODO %d: %s".formatted(hint.todo(), hint.title());
    }
}
