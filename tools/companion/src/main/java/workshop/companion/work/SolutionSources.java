package workshop.companion.work;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

import workshop.companion.CommandFailure;
import workshop.model.Step;
import workshop.model.source.SourceFiles;

/**
 * The sources of a step's solution, as a learner would have written them: without the marks for the course.
 */
final class SolutionSources {
    private static final String MARK = "\\s*// (tag|end)::[\\w-]+\\[]";

    private SolutionSources() {
    }

    /** Those of a step; a {@link CommandFailure} if there are none. */
    static Map<String, byte[]> of(Step step) {
        Map<String, byte[]> sources = SourceFiles.in(step.solution(), "src/main");
        if (sources.isEmpty()) {
            throw new CommandFailure("The solution of %s is absent from %s: restore it with git, or download the workshop again."
                                             .formatted(step.title(), step.solution()));
        }
        sources.replaceAll((_, content) -> withoutMarks(content));
        return sources;
    }

    private static byte[] withoutMarks(byte[] content) {
        return new String(content, StandardCharsets.UTF_8).lines()
                .filter(line -> !line.matches(MARK))
                .collect(Collectors.joining("\n", "", "\n"))
                .getBytes(StandardCharsets.UTF_8);
    }
}
