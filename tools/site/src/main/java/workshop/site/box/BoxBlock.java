package workshop.site.box;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.asciidoctor.ast.ContentModel;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.BlockProcessor;
import org.asciidoctor.extension.Contexts;
import org.asciidoctor.extension.Reader;

/**
 * An example block with a style of ours: {@code [do]}, {@code [instructor]}, {@code [quiz]}. On a page it is an open
 * block with the style as its role.
 */
public class BoxBlock extends BlockProcessor {
    /**
     * @param name its style
     */
    public BoxBlock(String name) {
        super(name, new HashMap<>(Map.of(Contexts.KEY, List.of(Contexts.EXAMPLE), ContentModel.KEY, ContentModel.COMPOUND)));
    }

    @Override
    public Object process(StructuralNode parent, Reader reader, Map<String, Object> attributes) {
        attributes.remove("style");
        attributes.remove("1");
        attributes.put("role", getName());
        var box = createBlock(parent, "open", (String) null, attributes);
        parseContent(box, reader.readLines());
        return box;
    }
}
