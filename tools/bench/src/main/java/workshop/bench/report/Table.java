package workshop.bench.report;

/**
 * The report of a measurement, in Markdown.
 */
public final class Table {
    private final StringBuilder markdown = new StringBuilder();

    /**
     * A table without rows.
     *
     * @param title   what was measured
     * @param method  how, with the units
     * @param columns their names, with {@code " | "} between them
     */
    public Table(String title, String method, String columns) {
        markdown.append("## ").append(title).append("\n\n").append(method).append("\n\n");
        line(columns);
        markdown.append("|---".repeat(columns.split(" \\| ").length)).append("|\n");
    }

    /**
     * Adds a row.
     *
     * @param cells  the format of all cells, with {@code " | "} between them
     * @param values what stands in them
     */
    public void row(String cells, Object... values) {
        line(cells.formatted(values));
    }

    private void line(String cells) {
        markdown.append("| ").append(cells).append(" |\n");
    }

    /** All of it. */
    public String markdown() {
        return markdown.toString();
    }
}
