package workshop.model.answer;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.ChangeDelta;
import com.github.difflib.patch.Chunk;

/**
 * One piece of a difference. The lines around what changes are in it twice, before and after. A library that patches takes the
 * nearest place where they fit ({@link com.github.difflib.patch.Patch#applyFuzzy}); an answer that might mean another one is for a
 * person.
 *
 * @param position the index of its first line in the source
 * @param before   the lines there
 * @param after    the lines there instead
 */
record Hunk(int position, List<String> before, List<String> after) {
    static Hunk of(AbstractDelta<String> delta) {
        return new Hunk(delta.getSource().getPosition(), delta.getSource().getLines(), delta.getTarget().getLines());
    }

    AbstractDelta<String> delta() {
        return new ChangeDelta<>(new Chunk<>(position, before), new Chunk<>(position, after));
    }

    boolean fits(List<String> source) {
        return misfits(source).findAny().isEmpty();
    }

    /** The indices of those lines of a source that are not as expected. */
    IntStream misfits(List<String> source) {
        return IntStream.range(position, position + before.size())
                .filter(i -> i >= source.size() || !source.get(i).equals(before.get(i - position)));
    }

    /** Where its lines are in a source. */
    List<Integer> places(List<String> source) {
        return IntStream.rangeClosed(0, source.size() - before.size())
                .filter(at -> moved(at).fits(source))
                .boxed()
                .toList();
    }

    /**
     * The hunk in the only place where it fits, with as many of the lines around it as there still are; none if there is no such
     * place, or more than one.
     */
    Optional<Hunk> placed(List<String> source) {
        int above = around(before, after);
        int below = Math.min(around(before.reversed(), after.reversed()), Math.min(before.size(), after.size()) - above);
        for (int dropped = 0; dropped <= above + below; dropped++) {
            for (int first = Math.max(0, dropped - below); first <= Math.min(above, dropped); first++) {
                Hunk hunk = without(first, dropped - first);
                List<Integer> places = hunk.before.isEmpty() ? List.of() : hunk.places(source);
                if (places.size() == 1) {
                    return Optional.of(hunk.moved(places.getFirst()));
                }
            }
        }
        return Optional.empty();
    }

    /** The hunk in the place where the fewest of its lines are others. */
    Hunk likeliest(List<String> source) {
        return IntStream.range(0, source.size())
                .mapToObj(this::moved)
                .min(Comparator.comparingLong(hunk -> hunk.misfits(source).count()))
                .orElse(this);
    }

    private Hunk moved(int at) {
        return new Hunk(at, before, after);
    }

    private Hunk without(int first, int last) {
        return new Hunk(position + first, before.subList(first, before.size() - last), after.subList(first, after.size() - last));
    }

    private static int around(List<String> before, List<String> after) {
        return (int) IntStream.range(0, Math.min(before.size(), after.size()))
                .takeWhile(i -> before.get(i).equals(after.get(i)))
                .count();
    }
}
