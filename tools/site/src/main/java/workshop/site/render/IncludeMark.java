package workshop.site.render;

import java.util.Map;

import org.asciidoctor.ast.Document;
import org.asciidoctor.extension.IncludeProcessor;
import org.asciidoctor.extension.PreprocessorReader;

/**
 * Puts a mark where something is included, and not what is included: what is left was typed.
 */
final class IncludeMark extends IncludeProcessor {
    static final String MARK = "(included)";

    @Override
    public boolean handles(String target) {
        return true;
    }

    @Override
    public void process(Document document, PreprocessorReader reader, String target, Map<String, Object> attributes) {
        reader.pushInclude(MARK, target, target, 1, attributes);
    }
}
