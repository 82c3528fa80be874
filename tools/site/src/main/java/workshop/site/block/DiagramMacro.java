package workshop.site.block;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.jsoup.nodes.Entities;

import workshop.site.course.Tree;

/**
 * {@code diagram::NAME[alt="…"]}: a drawing from {@code diagrams/NAME.puml}, in the colours of the page.
 */
record DiagramMacro(Tree tree) implements Macro {
    @Override
    public String html(String name, Map<String, Object> attributes) {
        String alternative = Macro.attribute(attributes, "alt");
        Path drawing = tree.docs("diagrams").resolve(name + ".puml");
        return """
                <figure class="diagram"><div class="scroll">%s</div>
                <details class="in-words"><summary>The picture in words</summary><p>%s</p></details></figure>"""
                .formatted(PlantUml.forPage(drawing, alternative), Entities.escape(alternative));
    }

    @Override
    public List<String> asciidoc(String name, Map<String, Object> attributes) {
        String alternative = Macro.attribute(attributes, "alt").replace("\"", "'");
        return List.of("", "image::diagram-%s.svg[\"%s\",pdfwidth=80%%]".formatted(name, alternative), "");
    }
}
