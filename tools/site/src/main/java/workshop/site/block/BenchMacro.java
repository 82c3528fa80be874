package workshop.site.block;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.nodes.Document.OutputSettings.Syntax;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

import workshop.site.CourseException;
import workshop.site.course.Tree;

/**
 * {@code bench::[section="…"]}: what the benchmark has measured, from {@code docs/results/bench.md}: the text and the table
 * below a heading, or with {@code section=machine} on which machine and when; {@code columns="…"} takes some of its columns.
 * {@code bench::http2[…]} is from the report of another run, {@code bench-http2.md}.
 * {@code bench::[plot="…"]} is the plot, {@code bench.svg}, with what it shows in words; on a page it has the page's colours.
 */
record BenchMacro(Tree tree) implements Macro {
    private static final String PLOT = "bench.svg";
    private static final String MACHINE = "machine";
    private static final Pattern FIGURES = Pattern.compile("-?[\\d.,]+( to [\\d.,]+)?");

    @Override
    public String html(String target, Map<String, Object> attributes) {
        return attributes.containsKey("plot") ? "<figure class=\"diagram\">%s</figure>".formatted(plot(Macro.attribute(attributes, "plot"))) : "";
    }

    @Override
    public List<String> asciidoc(String target, Map<String, Object> attributes) {
        if (attributes.containsKey("plot")) {
            return List.of("", "image::%s[\"%s\",pdfwidth=65%%]".formatted(PLOT, Macro.attribute(attributes, "plot")), "");
        }
        String file = target.isEmpty() ? "bench.md" : "bench-%s.md".formatted(target);
        List<String> section = section(file, Macro.attribute(attributes, "section"));
        var lines = new ArrayList<>(section.stream().filter(line -> !line.startsWith("|")).toList());
        List<List<String>> rows = rows(file, section, attributes);
        if (!rows.isEmpty()) {
            lines.addAll(List.of("", "[%header,cols=\"" + alignments(rows) + "\"]", "|==="));
            rows.forEach(row -> row.forEach(cell -> lines.add("|" + cell)));
            lines.add("|===");
        }
        return lines;
    }

    /** Figures stand to the right, so that the same digits stand below each other. */
    private static String alignments(List<List<String>> rows) {
        return IntStream.range(0, rows.getFirst().size())
                .mapToObj(column -> rows.stream().anyMatch(row -> FIGURES.matcher(row.get(column)).matches()) ? ">1" : "1")
                .collect(Collectors.joining(","));
    }

    private String plot(String words) {
        Path file = tree.docs("results").resolve(PLOT);
        try {
            var asItIs = new OutputSettings().prettyPrint(false).syntax(Syntax.xml);
            Element svg = Jsoup.parse(Files.readString(file), "", Parser.xmlParser()).outputSettings(asItIs).expectFirst("svg");
            svg.select("title, desc, style").remove();
            return svg.removeAttr("aria-labelledby").attr("aria-label", words).outerHtml();
        } catch (IOException e) {
            throw new CourseException("%s can't be read (%s): ./workshop bench draws it.".formatted(file, e), e);
        }
    }

    private List<String> section(String file, String name) {
        Path report = tree.docs("results").resolve(file);
        try {
            List<String> all = Files.readAllLines(report);
            int begin = name.equals(MACHINE) ? 0 : all.indexOf("## " + name);
            if (begin < 0) {
                throw new CourseException("%s has no section '%s': use one of %s.".formatted(file, name, sections(all)));
            }
            return all.stream().skip(begin + 1L).takeWhile(line -> !line.startsWith("## "))
                    .filter(line -> !line.isBlank() && !line.startsWith("Load average at the end")).toList();
        } catch (IOException e) {
            throw new CourseException("%s can't be read (%s): ./workshop bench makes it.".formatted(report, e), e);
        }
    }

    private static String sections(List<String> lines) {
        return Stream.concat(Stream.of(MACHINE), lines.stream().filter(line -> line.startsWith("## ")).map(line -> line.substring(3)))
                .collect(Collectors.joining(", "));
    }

    private static List<List<String>> rows(String file, List<String> section, Map<String, Object> attributes) {
        List<List<String>> rows = section.stream().filter(line -> line.startsWith("|") && !line.startsWith("|---"))
                .map(line -> Arrays.stream(line.substring(1, line.length() - 1).split("\\|", -1)).map(String::strip).toList())
                .toList();
        if (!attributes.containsKey("columns")) {
            return rows;
        }
        List<Integer> columns = Arrays.stream(Macro.attribute(attributes, "columns").split(",")).map(name -> column(file, rows, name.strip())).toList();
        return rows.stream().map(row -> columns.stream().map(row::get).toList()).toList();
    }

    private static int column(String file, List<List<String>> rows, String name) {
        List<String> names = rows.isEmpty() ? List.of() : rows.getFirst();
        if (!names.contains(name)) {
            throw new CourseException("%s has no column '%s' there: use some of %s.".formatted(file, name, String.join(", ", names)));
        }
        return names.indexOf(name);
    }
}
