package workshop.site.block;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jsoup.nodes.Entities;

import workshop.model.hint.Hint;
import workshop.model.hint.UnusableHintsException;
import workshop.site.CourseException;
import workshop.site.course.Tree;

/**
 * {@code hints::step-NN[todo=N]}: hints in three depths, each closed until a learner opens it. Their text is plain words,
 * {@code `code`} in backticks, and blocks of code between lines of three backticks.
 */
record HintsMacro(Tree tree) implements Macro {
    private static final List<String> DEPTHS = List.of("what to think about", "what to use", "almost the code");
    private static final Pattern FENCE = Pattern.compile("(?ms)^ *```[^\\n]*\\n(.*?)^ *```[^\\S\\n]*$");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    /** Some words of a hint, or a block of code. */
    private record Part(boolean isBlock, String text) {
    }

    @Override
    public String html(String step, Map<String, Object> attributes) {
        Hint hint = hint(step, attributes);
        var html = new StringBuilder("<div class=\"hints\"><p class=\"hints-title\">%s</p>".formatted(Entities.escape(title(hint))));
        for (int i = 0; i < hint.texts().size(); i++) {
            html.append("<details><summary>Hint %d <span>%s</span></summary>%s</details>".formatted(
                    i + 1, DEPTHS.get(i), parts(hint.texts().get(i)).map(HintsMacro::html).collect(Collectors.joining())));
        }
        return html.append("</div>").toString();
    }

    @Override
    public List<String> asciidoc(String step, Map<String, Object> attributes) {
        Hint hint = hint(step, attributes);
        var lines = new ArrayList<String>();
        for (int i = 0; i < hint.texts().size(); i++) {
            lines.addAll(List.of("", ".%s: hint %d, %s".formatted(title(hint), i + 1, DEPTHS.get(i)), "****"));
            parts(hint.texts().get(i)).flatMap(HintsMacro::asciidoc).forEach(lines::add);
            lines.addAll(List.of("****", ""));
        }
        return lines;
    }

    private Hint hint(String step, Map<String, Object> attributes) {
        String todo = Macro.attribute(attributes, "todo");
        try {
            return Hint.of(tree.step(step).starter()).stream()
                    .filter(hint -> todo.equals(String.valueOf(hint.todo())))
                    .findFirst()
                    .orElseThrow(() -> new CourseException("%s has no hints for TODO %s: add them to its hints.yaml."
                                                                   .formatted(tree.step(step).folder(), todo)));
        } catch (UnusableHintsException e) {
            throw new CourseException("%s: each step has its hints there.".formatted(e.getMessage()), e);
        }
    }

    private static String title(Hint hint) {
        return "TODO %d: %s".formatted(hint.todo(), hint.title());
    }

    private static Stream<Part> parts(String text) {
        return Arrays.stream(FENCE.splitWithDelimiters(text, 0)).map(part -> {
            var fence = FENCE.matcher(part);
            return fence.matches() ? new Part(true, fence.group(1).stripIndent().stripTrailing()) : new Part(false, part);
        });
    }

    private static String html(Part part) {
        if (part.isBlock) {
            return "<pre class=\"code\"><code class=\"language-java\">%s</code></pre>".formatted(Entities.escape(part.text));
        }
        return Arrays.stream(part.text.strip().split("\\n\\s*\\n"))
                .filter(paragraph -> !paragraph.isBlank())
                .map(paragraph -> "<p>%s</p>".formatted(CODE.matcher(Entities.escape(paragraph.strip())).replaceAll("<code>$1</code>")))
                .collect(Collectors.joining());
    }

    private static Stream<String> asciidoc(Part part) {
        return part.isBlock
                ? Stream.of(Stream.of("", "[source,java]", "----"), part.text.lines(), Stream.of("----", "")).flatMap(lines -> lines)
                : part.text.lines().map(line -> CODE.matcher(line).replaceAll("`+$1+`"));
    }
}
