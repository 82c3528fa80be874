package workshop.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * The report of a measurement.
 */
final class Table {
    private final String title;
    private final String method;
    private final List<String> header;
    private final List<List<String>> rows = new ArrayList<>();

    /**
     * @param title  what was measured
     * @param method how, with the units
     * @param header the names of the columns
     */
    Table(String title, String method, String... header) {
        this.title = title;
        this.method = method;
        this.header = List.of(header);
    }

    void row(String... cells) {
        rows.add(List.of(cells));
    }

    String markdown() {
        var text = new StringBuilder("## ").append(title).append("\n\n").append(method).append("\n\n");
        text.append(line(header));
        text.append("|---".repeat(header.size())).append("|\n");
        for (var row : rows) {
            text.append(line(row));
        }
        return text.toString();
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }
}
