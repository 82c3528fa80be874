package workshop.site.box;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.Reader;

/**
 * The same blocks on paper: a box with a title for {@code [do]}, a question with its answer below for {@code [quiz]},
 * nothing for {@code [instructor]}.
 */
public final class PaperBlock extends BoxBlock {
    /**
     * @param name its style
     */
    public PaperBlock(String name) {
        super(name);
    }

    @Override
    public Object process(StructuralNode parent, Reader reader, Map<String, Object> attributes) {
        List<String> lines = reader.readLines();
        switch (getName()) {
            case "do" -> parseContent(parent, boxed("Do this now", lines));
            case "quiz" -> parseContent(parent, boxed("Check yourself", question(lines)));
            default -> { }
        }
        return null;
    }

    private static List<String> boxed(String title, List<String> lines) {
        var boxed = new ArrayList<String>();
        boxed.addAll(List.of("." + title, "======"));
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
