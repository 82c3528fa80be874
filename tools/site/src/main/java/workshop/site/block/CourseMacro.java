package workshop.site.block;

import java.util.List;
import java.util.Map;

import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.BlockMacroProcessor;

import workshop.site.CourseException;
import workshop.site.Problems;

/**
 * A block of the course that a chapter asks for in one line, {@code name::target[attributes]}.
 */
abstract class CourseMacro extends BlockMacroProcessor {
    private final Problems problems;

    CourseMacro(String name, Problems problems) {
        super(name);
        this.problems = problems;
    }

    /** The block on a page, where that is more than what it is on paper. */
    String html(String target, Map<String, Object> attributes) {
        return "";
    }

    /** The block on paper, as lines of AsciiDoc; none if it has no use there. */
    abstract List<String> asciidoc(String target, Map<String, Object> attributes);

    @Override
    public final StructuralNode process(StructuralNode parent, String target, Map<String, Object> attributes) {
        if (parent.getDocument().hasAttribute(CourseBlocks.NO_MACROS)) {
            return null;
        }
        try {
            String html = parent.getDocument().isAttribute("backend", "html5") ? html(target, attributes) : "";
            if (!html.isEmpty()) {
                return createBlock(parent, "pass", html);
            }
            parseContent(parent, asciidoc(target, attributes));
        } catch (CourseException e) {
            problems.add("%s.adoc, %s::%s[]: %s".formatted(parent.getDocument().getAttribute("docname"), getName(), target,
                                                           e.getMessage()));
        }
        return null;
    }

    static String attribute(Map<String, Object> attributes, String name) {
        Object value = attributes.get(name);
        if (value == null || value.toString().isBlank()) {
            throw new CourseException("has no '%s': add %s=… between the brackets.".formatted(name, name));
        }
        return value.toString();
    }
}
