package workshop.site.block;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import workshop.site.course.Tree;

/**
 * {@code changes::step-NN[]}: what a learner writes in a step, as the difference between its starter and its solution.
 */
record ChangesMacro(Tree tree) implements Macro {
    private static final Path SOURCES = Path.of("src/main/java");

    @Override
    public String html(String step, Map<String, Object> attributes) {
        List<Changes> changes = changes(step);
        if (changes.isEmpty()) {
            return "<p>Your files are the same as those of the solution.</p>";
        }
        return "<details class=\"solution\"><summary>Show what changes from the starter to the solution</summary>"
                + changes.stream().map(Changes::html).collect(Collectors.joining()) + "</details>";
    }

    @Override
    public List<String> asciidoc(String step, Map<String, Object> attributes) {
        return changes(step).stream().flatMap(change -> change.asText().stream()).toList();
    }

    private List<Changes> changes(String step) {
        return Changes.between(tree.step(step).starter().resolve(SOURCES), tree.step(step).solution().resolve(SOURCES));
    }
}
