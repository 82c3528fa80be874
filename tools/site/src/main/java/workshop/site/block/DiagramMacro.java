package workshop.site.block;

import java.util.List;
import java.util.Map;

import workshop.site.Problems;
import workshop.site.code.Html;
import workshop.site.diagram.PlantUml;
import workshop.site.plan.Tree;

/**
 * {@code diagram::NAME[alt="…"]}: a drawing from {@code diagrams/NAME.puml}, in the colours of the page.
 */
final class DiagramMacro extends CourseMacro {
    private final Tree tree;

    DiagramMacro(Tree tree, Problems problems) {
        super("diagram", problems);
        this.tree = tree;
    }

    @Override
    String html(String target, Map<String, Object> attributes) {
        String alternative = attribute(attributes, "alt");
        return """
                <figure class="diagram"><div class="scroll">%s</div>
                <details class="in-words"><summary>The picture in words</summary><p>%s</p></details></figure>"""
                .formatted(PlantUml.read(tree.diagrams().resolve(target + ".puml")).svgForPage(alternative), Html.escape(alternative));
    }

    @Override
    List<String> asciidoc(String target, Map<String, Object> attributes) {
        return List.of("", "image::diagram-%s.svg[\"%s\",pdfwidth=80%%]".formatted(target,
                                                                               attribute(attributes, "alt").replace("\"", "'")), "");
    }
}
