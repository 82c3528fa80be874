package workshop.site.block;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import workshop.site.CourseException;
import workshop.site.course.Tree;

/**
 * {@code bench::[section="…"]}: what the benchmark has measured, from {@code docs/results/bench.md}: the text and the table
 * below a heading, or with {@code section=machine} on which machine and when; {@code columns="…"} takes some of its columns.
 */
record BenchMacro(Tree tree) implements Macro {
    private static final String FILE = "bench.md";
    private static final String MACHINE = "machine";

    @Override
    public List<String> asciidoc(String target, Map<String, Object> attributes) {
        List<String> section = section(Macro.attribute(attributes, "section"));
        var lines = new ArrayList<>(section.stream().filter(line -> !line.startsWith("|")).toList());
        List<List<String>> rows = rows(section, attributes);
        if (!rows.isEmpty()) {
            lines.addAll(List.of("", "[%header,cols=\"" + "1,".repeat(rows.getFirst().size() - 1) + "1\"]", "|==="));
            rows.forEach(row -> row.forEach(cell -> lines.add("|" + cell)));
            lines.add("|===");
        }
        return lines;
    }

    private List<String> section(String name) {
        var file = tree.docs("results").resolve(FILE);
        try {
            List<String> all = Files.readAllLines(file);
            int begin = name.equals(MACHINE) ? 0 : all.indexOf("## " + name);
            if (begin < 0) {
                throw new CourseException("%s has no section '%s': use one of %s.".formatted(FILE, name, sections(all)));
            }
            return all.stream().skip(begin + 1L).takeWhile(line -> !line.startsWith("## "))
                    .filter(line -> !line.isBlank() && !line.startsWith("Load average at the end")).toList();
        } catch (IOException e) {
            throw new CourseException("%s can't be read (%s): ./workshop bench makes it.".formatted(file, e), e);
        }
    }

    private static String sections(List<String> lines) {
        return Stream.concat(Stream.of(MACHINE), lines.stream().filter(line -> line.startsWith("## ")).map(line -> line.substring(3)))
                .collect(Collectors.joining(", "));
    }

    private static List<List<String>> rows(List<String> section, Map<String, Object> attributes) {
        List<List<String>> rows = section.stream().filter(line -> line.startsWith("|") && !line.startsWith("|---"))
                .map(line -> Arrays.stream(line.substring(1, line.length() - 1).split("\\|", -1)).map(String::strip).toList())
                .toList();
        if (!attributes.containsKey("columns")) {
            return rows;
        }
        List<Integer> columns = Arrays.stream(Macro.attribute(attributes, "columns").split(",")).map(name -> column(rows, name.strip())).toList();
        return rows.stream().map(row -> columns.stream().map(row::get).toList()).toList();
    }

    private static int column(List<List<String>> rows, String name) {
        List<String> names = rows.isEmpty() ? List.of() : rows.getFirst();
        if (!names.contains(name)) {
            throw new CourseException("%s has no column '%s' there: use some of %s.".formatted(FILE, name, String.join(", ", names)));
        }
        return names.indexOf(name);
    }
}
