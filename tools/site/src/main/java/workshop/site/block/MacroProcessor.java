package workshop.site.block;

import java.util.Map;
import java.util.function.Consumer;

import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.BlockMacroProcessor;

import workshop.model.answer.UnusableAnswerException;
import workshop.site.CourseException;

/**
 * Puts what a macro makes into a page or a book.
 */
final class MacroProcessor extends BlockMacroProcessor {
    private final Macro macro;
    private final Consumer<String> problems;

    MacroProcessor(String name, Macro macro, Consumer<String> problems) {
        super(name);
        this.macro = macro;
        this.problems = problems;
    }

    @Override
    public StructuralNode process(StructuralNode parent, String target, Map<String, Object> attributes) {
        if (parent.getDocument().hasAttribute(CourseBlocks.NO_MACROS)) {
            return null;
        }
        try {
            String html = CourseBlocks.isForPage(parent) ? macro.html(target, attributes) : "";
            if (!html.isEmpty()) {
                return createBlock(parent, "pass", html);
            }
            parseContent(parent, macro.asciidoc(target, attributes));
        } catch (CourseException | UnusableAnswerException e) {
            problems.accept("%s.adoc, %s::%s[]: %s".formatted(parent.getDocument().getAttribute("docname"), getName(), target,
                                                              e.getMessage()));
        }
        return null;
    }
}
