package workshop.companion.work;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;

import workshop.model.Step;
import workshop.model.source.SourceFiles;

/**
 * What tells a learner's version of a step from the solution, as a unified diff.
 */
public final class SolutionDiff {
    private static final int CONTEXT = 3;

    private SolutionDiff() {
    }

    /** The lines; none if there is no difference. */
    public static List<String> of(Step step) {
        Map<String, byte[]> yours = SourceFiles.in(step.starter(), "src/main");
        Map<String, byte[]> solution = SolutionSources.of(step);
        var names = new TreeSet<>(yours.keySet());
        names.addAll(solution.keySet());
        var lines = new ArrayList<String>();
        for (String name : names) {
            List<String> before = lines(yours.get(name));
            var patch = DiffUtils.diff(before, lines(solution.get(name)));
            lines.addAll(UnifiedDiffUtils.generateUnifiedDiff(
                    yours.containsKey(name) ? "yours/" + name : "/dev/null",
                    solution.containsKey(name) ? "solution/" + name : "/dev/null", before, patch, CONTEXT));
        }
        return List.copyOf(lines);
    }

    private static List<String> lines(byte[] content) {
        return content == null ? List.of() : new String(content, StandardCharsets.UTF_8).lines().toList();
    }
}
