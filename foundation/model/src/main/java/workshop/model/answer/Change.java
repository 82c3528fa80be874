package workshop.model.answer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.Patch;
import com.github.difflib.patch.PatchFailedException;

import workshop.model.Step;

/**
 * How one source of an answer differs from that of the solution.
 *
 * @param answer the file of the answer
 * @param path   the source of the solution
 * @param source its name, from the root of the workshop
 * @param hunks  the pieces of the difference
 */
public record Change(Path answer, Path path, String source, List<Hunk> hunks) {
    private static final String FROM = "--- ";
    private static final String TO = "+++ ";
    private static final int WIDEST = 3;

    /** Takes the difference of an answer apart. */
    static List<Change> all(Step step, Path answer, List<String> lines) {
        var starts = IntStream.range(0, lines.size() - 1)
                .filter(i -> lines.get(i).startsWith(FROM) && lines.get(i + 1).startsWith(TO));
        int[] bounds = IntStream.concat(starts, IntStream.of(lines.size())).toArray();
        return IntStream.range(1, bounds.length)
                .mapToObj(i -> of(step, answer, lines.subList(bounds[i - 1], bounds[i])))
                .toList();
    }

    private static Change of(Step step, Path answer, List<String> lines) {
        String source = lines.get(1).substring(TO.length()).replaceFirst("^b/", "");
        Path path = step.root().resolve(source);
        if (!path.startsWith(step.solution()) || !Files.isRegularFile(path)) {
            throw new UnusableAnswerException("%s: '%s' names no source of the solution. Name one below +++ b/solutions/%s"
                                                      .formatted(answer, lines.get(1), step.folder()));
        }
        // what git says between two sources is of no use here
        List<Hunk> hunks = hunks(lines.stream().filter(line -> !line.startsWith("diff ") && !line.startsWith("index ")).toList());
        if (hunks.stream().anyMatch(hunk -> hunk.position() < 0)) {
            throw new UnusableAnswerException(("%s: a line such as '@@ -7,3 +7,4 @@' is absent. Make the difference anew with"
                                                       + " 'git diff'").formatted(answer));
        }
        return new Change(answer, path, source, hunks);
    }

    /** The lines of the solution. */
    public List<String> before() {
        try {
            return Files.readAllLines(path);
        } catch (IOException e) {
            throw new UnusableAnswerException("%s can't be read (%s), and %s changes it".formatted(source, e, answer), e);
        }
    }

    /**
     * The lines of the answer.
     *
     * @throws UnusableAnswerException if the solution is not what the answer expects, or the answer changes nothing in it
     */
    public List<String> after() {
        List<String> before = before();
        var patch = new Patch<String>();
        for (Hunk hunk : hunks) {
            if (!hunk.fits(before)) {
                throw misfit(hunk, before);
            }
            patch.addDelta(hunk.delta());
        }
        try {
            List<String> after = patch.applyTo(before);
            if (after.equals(before)) {
                throw new UnusableAnswerException("%s: it leaves %s as it is. Remove that part, or let it change something"
                                                          .formatted(answer, source));
            }
            return after;
        } catch (PatchFailedException e) {
            throw new UnusableAnswerException(("%s: two parts of its difference from %s are for the same lines. Make it anew"
                                                       + " with 'git diff'").formatted(answer, source), e);
        }
    }

    /** Its text, with the fewest lines around what changes that tell where it belongs. */
    List<String> plain() {
        List<String> before = before();
        List<String> after = after();
        int around = 1;
        while (around < WIDEST && hunks(text(before, after, around)).stream().anyMatch(hunk -> hunk.places(before).size() > 1)) {
            around++;
        }
        return text(before, after, around);
    }

    /** The same change of the solution as it is now. */
    Change upToDate() {
        List<String> before = before();
        return new Change(answer, path, source, hunks.stream()
                .map(hunk -> hunk.fits(before) ? hunk : hunk.placed(before).orElseThrow(() -> misfit(hunk, before)))
                .toList());
    }

    private static List<Hunk> hunks(List<String> difference) {
        return UnifiedDiffUtils.parseUnifiedDiff(difference).getDeltas().stream().map(Hunk::of).toList();
    }

    private List<String> text(List<String> before, List<String> after, int around) {
        return UnifiedDiffUtils.generateUnifiedDiff("a/" + source, "b/" + source, before, DiffUtils.diff(before, after), around);
    }

    private UnusableAnswerException misfit(Hunk hunk, List<String> before) {
        List<Integer> places = hunk.places(before);
        Hunk expected = places.isEmpty() ? hunk.likeliest(before) : hunk;
        int line = expected.misfits(before).findFirst().orElseThrow();
        int inHunk = line - expected.position();
        return new UnusableAnswerException("""
                %s: line %d of %s is not what it was:
                  expected: %s
                  now:      %s
                %s. If the answer still means the same, './mvnw -pl tools/answers -am verify -Danswers=update' brings it up to \
                date; where that can't, make its difference anew with 'git diff'""".formatted(
                answer, line + 1, source, hunk.before().get(inHunk), line < before.size() ? before.get(line) : "(no more lines)",
                switch (places.size()) {
                    case 0 -> "It is nowhere, with the lines around it";
                    case 1 -> "It is line %d now".formatted(places.getFirst() + inHunk + 1);
                    default -> "It is in several places, with the lines around it";
                }));
    }
}
