package workshop.site.diagram;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import net.sourceforge.plantuml.FileFormat;
import net.sourceforge.plantuml.FileFormatOption;
import net.sourceforge.plantuml.SourceStringReader;
import net.sourceforge.plantuml.core.DiagramDescription;
import net.sourceforge.plantuml.preproc.Defines;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.nodes.Document.OutputSettings.Syntax;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

import workshop.site.CourseException;

/**
 * A drawing in PlantUML's language.
 */
public final class PlantUml {
    private static final List<String> LOOK = List.of(
            "!pragma layout smetana",
            "skinparam backgroundColor transparent",
            "skinparam shadowing false",
            "skinparam defaultFontName sans-serif",
            "skinparam defaultFontSize 14",
            "skinparam defaultFontColor " + Palette.TEXT.mark(),
            "skinparam roundCorner 6",
            "skinparam sequenceMessageAlign direction",
            "<style>",
            "root { LineColor %s; FontColor %s }".formatted(Palette.LINE.mark(), Palette.TEXT.mark()),
            "element { BackgroundColor %s; LineColor %s }".formatted(Palette.BOX.mark(), Palette.LINE.mark()),
            "arrow { LineColor %s; FontColor %s }".formatted(Palette.LINE.mark(), Palette.TEXT.mark()),
            "note { BackgroundColor %s; LineColor %s }".formatted(Palette.NOTE.mark(), Palette.LINE.mark()),
            "sequenceDiagram {",
            "  lifeLine { LineColor %s; BackgroundColor %s }".formatted(Palette.LINE.mark(), Palette.ACTIVE.mark()),
            "  groupHeader { BackgroundColor %s; LineColor %s }".formatted(Palette.GROUP.mark(), Palette.LINE.mark()),
            "  group { BackgroundColor transparent; LineColor %s }".formatted(Palette.LINE.mark()),
            "}",
            "</style>");

    private static final Pattern NO_ELEMENT = Pattern.compile("(?s)<\\?.*?\\?>|<!--.*?-->");

    private final Path file;
    private final String svg;

    private PlantUml(Path file, String svg) {
        this.file = file;
        this.svg = svg;
    }

    /**
     * Reads a drawing.
     *
     * @param file its source
     * @return the drawing
     * @throws CourseException if it can't be read, or PlantUML does not understand it
     */
    public static PlantUml read(Path file) {
        try {
            var reader = new SourceStringReader(Defines.createEmpty(), Files.readString(file), LOOK);
            var out = new ByteArrayOutputStream();
            DiagramDescription description = reader.outputImage(out, new FileFormatOption(FileFormat.SVG));
            if (description == null || description.getDescription().contains("(Error)")) {
                throw new CourseException("%s is no drawing that PlantUML understands: %s. Try it with PlantUML's own program."
                                                  .formatted(file, description));
            }
            return new PlantUml(file, out.toString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new CourseException("The diagram %s can't be read (%s): write it, or name another.".formatted(file, e), e);
        }
    }

    /**
     * @param alternative what the drawing shows, in words
     * @return the drawing, to be a part of a page
     */
    public String svgForPage(String alternative) {
        Element drawing = drawing();
        String box = drawing.attr("viewBox");
        String[] size = box.split(" ");
        drawing.clearAttributes();
        drawing.attr("viewBox", box).attr("role", "img").attr("aria-label", alternative);
        drawing.attr("width", size[2]).attr("height", size[3]);
        drawing.getElementsByAttribute("id").removeAttr("id");
        drawing.select("title, defs:not(:has(*))").remove();
        return Palette.forPage(drawing.outerHtml());
    }

    /** {@return the drawing as a file of its own, in the colours of paper} */
    public String svgForPaper() {
        return Palette.forPaper(drawing().outerHtml());
    }

    private Element drawing() {
        String elements = NO_ELEMENT.matcher(svg).replaceAll("");
        var compact = new OutputSettings().prettyPrint(false).syntax(Syntax.xml);
        Element drawing = Jsoup.parse(elements, "", Parser.xmlParser()).outputSettings(compact).expectFirst("svg");
        drawing.select("g").removeAttr("lengthAdjust"); // SVG has it for texts only
        if (drawing.attr("viewBox").isEmpty()) {
            throw new CourseException("%s: PlantUML's drawing has no size.".formatted(file));
        }
        return drawing;
    }
}
