package workshop.testkit.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a run has seen, as a table in AsciiDoc under {@code docs/results}, which the course includes. The words don't vary
 * from run to run: a run that sees something else is red. {@code -Dresults=update} writes the table anew.
 */
public final class ResultsTable {
    private static final Path CHECKED_IN = Path.of("..", "..", "docs", "results");
    private static final boolean UPDATE = "update".equals(System.getProperty("results"));

    private final String file;
    private final String intro;
    private final Map<Integer, String> rows = new TreeMap<>();

    /**
     * A table without rows.
     *
     * @param file    its file under {@code docs/results}
     * @param columns how wide the columns are, as AsciiDoc has it
     * @param header  what is above each of them
     */
    public ResultsTable(String file, String columns, String... header) {
        this.file = file;
        this.intro = """
                // What tests have seen. Written by ./mvnw verify -Dresults=update
                [cols="%s",options="header"]
                |===
                %s
                """.formatted(columns, Stream.of(header).collect(Collectors.joining(" | ", "| ", "")));
    }

    /**
     * Adds a row.
     *
     * @param order where it stands
     */
    public void add(int order, String... cells) {
        rows.put(order, Stream.of(cells).map(cell -> "| " + cell + "\n").collect(Collectors.joining()));
    }

    /** Compares with the file that is checked in, or writes it. */
    public void check() throws IOException {
        Path checkedIn = CHECKED_IN.resolve(file);
        if (UPDATE) {
            Files.createDirectories(CHECKED_IN);
            Files.writeString(checkedIn, text());
        }
        assertThat(checkedIn).as("docs/results/%s, which the course shows, and what this run has seen."
                                         + " If what was seen is right: ./mvnw verify -Dresults=update", file)
                .content().isEqualToNormalizingNewlines(text());
    }

    private String text() {
        return rows.values().stream().collect(Collectors.joining("\n", intro + "\n", "|===\n"));
    }
}
