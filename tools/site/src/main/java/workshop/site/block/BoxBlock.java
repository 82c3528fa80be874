package workshop.site.block;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.asciidoctor.ast.ContentModel;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.BlockProcessor;
import org.asciidoctor.extension.Contexts;
import org.asciidoctor.extension.Reader;

/**
 * An example block with a style of ours. On a page it is an open block with the style as its role; on paper a box with a title
 * for {@code [do]}, a question with its answer below for {@code [quiz]}, nothing for {@code [instructor]}.
 */
final class BoxBlock extends BlockProcessor {
    BoxBlock(String name) {
        super(name, new HashMap<>(Map.of(Contexts.KEY, List.of(Contexts.EXAMPLE), ContentModel.KEY, ContentModel.COMPOUND)));
    }

    @Override
    public Object process(StructuralNode parent, Reader reader, Map<String, Object> attributes) {
        List<String> lines = reader.readLines();
        if (!CourseBlocks.isForPage(parent)) {
            switch (getName()) {
                case "do" -> parseContent(parent, boxed("Do this now", lines));
                case "quiz" -> parseContent(parent, boxed("Check yourself", question(lines)));
                default -> { }
            }
            return null;
        }
        attributes.remove("style");
        attributes.remove("1");
        attributes.put("role", getName());
        var box = createBlock(parent, "open", (String) null, attributes);
        parseContent(box, lines);
        return box;
    }

    private static List<String> boxed(String title, List<String> lines) {
        var boxed = new ArrayList<>(List.of("." + title, "======"));
        boxed.addAll(lines);
        boxed.addAll(List.of("======", ""));
        return boxed;
    }

    /** The question and the choices; then, which is right and why. */
    private static List<String> question(List<String> lines) {
        var question = new ArrayList<String>();
        var answers = new ArrayList<String>();
        int choice = 0;
        boolean right = false;
        boolean feedback = false;
        for (String line : lines) {
            if (line.startsWith("* [")) {
                choice++;
                right = line.startsWith("* [x]");
                feedback = false;
                question.add(". " + line.substring(line.indexOf(']') + 1).strip());
            } else if (line.equals("+")) {
                feedback = true;
                if (right) {
                    answers.add("_Answer:_ %d.".formatted(choice));
                }
            } else if (!feedback) {
                question.add(line);
            } else if (right) {
                answers.add(line);
            }
        }
        question.add("");
        question.addAll(answers);
        return question;
    }
}
