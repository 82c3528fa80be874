package workshop.companion.work;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import workshop.model.Step;

/**
 * The solution of a step, as a learner would have written it: without the marks for the course.
 */
public final class Solution {
    private Solution() {
    }

    /**
     * @param step the step
     * @return its sources
     * @throws StarterMissing if there are none
     */
    static Map<String, byte[]> of(Step step) {
        var sources = new LinkedHashMap<String, byte[]>();
        SourceFiles.in(step.solution(), "src/main").forEach((name, content) -> sources.put(name, withoutMarks(content)));
        if (sources.isEmpty()) {
            throw new StarterMissing("The solution of %s is absent from %s: restore it with git, or download the workshop again."
                                             .formatted(step.title(), step.solution()));
        }
        return sources;
    }

    private static byte[] withoutMarks(byte[] content) {
        return new String(content, StandardCharsets.UTF_8).lines()
                .filter(line -> !SourceFiles.isMark(line))
                .collect(Collectors.joining("\n", "", "\n"))
                .getBytes(StandardCharsets.UTF_8);
    }
}
