package workshop.companion.work;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;

import workshop.companion.CommandFailure;
import workshop.companion.terminal.Screen;
import workshop.model.Step;
import workshop.model.source.SourceFiles;

/**
 * The solution of a step as a learner would have written it: without the marks for the course.
 */
public record Solution(Step step) {
    private static final String MARK = "\\s*// (tag|end)::[\\w-]+\\[]";
    private static final int CONTEXT = 3;

    /** Its sources; a {@link CommandFailure} if there are none. */
    Map<String, byte[]> sources() {
        Map<String, byte[]> sources = SourceFiles.in(step.solution(), "src/main");
        if (sources.isEmpty()) {
            throw new CommandFailure("The solution of %s is absent from %s: restore it with git, or download the workshop again."
                                             .formatted(step.title(), step.solution()));
        }
        sources.replaceAll((_, content) -> lines(content).stream()
                .filter(line -> !line.matches(MARK))
                .collect(Collectors.joining("\n", "", "\n"))
                .getBytes(StandardCharsets.UTF_8));
        return sources;
    }

    /** Shows what tells the learner's version from it: in a pipe as it is, on a terminal in colours. */
    public void showDiff(Screen screen) {
        List<String> lines = diff();
        if (lines.isEmpty()) {
            screen.progress("Your %s is the same as the solution.".formatted(step.title()));
        }
        lines.forEach(line -> screen.line(coloured(line, screen)));
    }

    /** The unified diff; no lines if there is no difference. */
    List<String> diff() {
        Map<String, byte[]> yours = SourceFiles.in(step.starter(), "src/main");
        Map<String, byte[]> solution = sources();
        var names = new TreeSet<>(yours.keySet());
        names.addAll(solution.keySet());
        var diff = new ArrayList<String>();
        for (String name : names) {
            List<String> before = lines(yours.get(name));
            var patch = DiffUtils.diff(before, lines(solution.get(name)));
            diff.addAll(UnifiedDiffUtils.generateUnifiedDiff(
                    yours.containsKey(name) ? "yours/" + name : "/dev/null",
                    solution.containsKey(name) ? "solution/" + name : "/dev/null", before, patch, CONTEXT));
        }
        return diff;
    }

    private static List<String> lines(byte[] content) {
        return content == null ? List.of() : new String(content, StandardCharsets.UTF_8).lines().toList();
    }

    private static String coloured(String line, Screen screen) {
        if (line.startsWith("--- ") || line.startsWith("+++ ")) {
            return screen.strong(line);
        }
        return switch (line.isEmpty() ? ' ' : line.charAt(0)) {
            case '@' -> screen.faint(line);
            case '-' -> screen.bad(line);
            case '+' -> screen.good(line);
            default -> line;
        };
    }
}
