package workshop.site.block;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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
final class PlantUml {
    private static final Pattern NO_ELEMENT = Pattern.compile("(?s)<\\?.*?\\?>|<!--.*?-->");

    /** The colours on paper; on a page each is a variable of the stylesheet, light or dark. PlantUML writes them with capitals. */
    private static final Map<String, String> COLOURS = Map.of(
            "line", "#52606D",
            "text", "#1F2933",
            "box", "#E8EEF3",
            "note", "#FBF3D9",
            "group", "#ECEFF1");

    private static final List<String> LOOK = Stream.concat(COLOURS.entrySet().stream().map(PlantUml::definition), """
            !pragma layout smetana
            skinparam backgroundColor transparent
            skinparam shadowing false
            skinparam defaultFontName sans-serif
            skinparam defaultFontSize 14
            skinparam defaultFontColor $text
            skinparam roundCorner 6
            skinparam sequenceMessageAlign direction
            <style>
            root { LineColor $line; FontColor $text }
            element { BackgroundColor $box; LineColor $line }
            arrow { LineColor $line; FontColor $text }
            note { BackgroundColor $note; LineColor $line }
            sequenceDiagram {
              lifeLine { LineColor $line; BackgroundColor $box }
              groupHeader { BackgroundColor $group; LineColor $line }
              group { BackgroundColor transparent; LineColor $line }
            }
            </style>""".lines()).toList();

    private PlantUml() {
    }

    /** A drawing as a part of a page, with what it shows in words. */
    static String forPage(Path file, String alternative) {
        Element svg = draw(file);
        String box = svg.attr("viewBox");
        String[] size = box.split(" ");
        svg.clearAttributes();
        svg.attr("viewBox", box).attr("role", "img").attr("aria-label", alternative);
        svg.attr("width", size[2]).attr("height", size[3]);
        svg.getElementsByAttribute("id").removeAttr("id");
        svg.select("title, defs:not(:has(*))").remove();
        String html = svg.outerHtml();
        for (Map.Entry<String, String> colour : COLOURS.entrySet()) {
            html = html.replace(colour.getValue(), "var(--diagram-%s)".formatted(colour.getKey()));
        }
        return html;
    }

    /** A drawing as a file of its own, in the colours of paper. */
    static String forPaper(Path file) {
        return draw(file).outerHtml();
    }

    private static Element draw(Path file) {
        try {
            var reader = new SourceStringReader(Defines.createEmpty(), Files.readString(file), LOOK);
            var out = new ByteArrayOutputStream();
            DiagramDescription description = reader.outputImage(out, new FileFormatOption(FileFormat.SVG));
            if (description == null || description.getDescription().contains("(Error)")) {
                throw new CourseException("%s is no drawing that PlantUML understands: %s. Try it with PlantUML's own program."
                                                  .formatted(file, description));
            }
            String elements = NO_ELEMENT.matcher(out.toString(StandardCharsets.UTF_8)).replaceAll("");
            var compact = new OutputSettings().prettyPrint(false).syntax(Syntax.xml);
            Element svg = Jsoup.parse(elements, "", Parser.xmlParser()).outputSettings(compact).expectFirst("svg");
            svg.select("g").removeAttr("lengthAdjust"); // SVG has it for texts only
            return svg;
        } catch (IOException e) {
            throw new CourseException("The diagram %s can't be read (%s): write it, or name another.".formatted(file, e), e);
        }
    }

    private static String definition(Map.Entry<String, String> colour) {
        return "!$%s = \"%s\"".formatted(colour.getKey(), colour.getValue());
    }
}
