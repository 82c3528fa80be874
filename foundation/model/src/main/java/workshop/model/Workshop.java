package workshop.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The tree of the workshop: its steps are the folders {@code step-NN-name}.
 *
 * @param root  the root of the tree
 * @param steps the steps, in order
 */
public record Workshop(Path root, List<Step> steps) {
    /**
     * The workshop in a folder, with the steps that are there now.
     *
     * @throws UncheckedIOException if the folder can't be read
     */
    public static Workshop at(Path root) {
        try (var folders = Files.list(root)) {
            return new Workshop(root, folders.map(Step::at)
                    .flatMap(Optional::stream)
                    .sorted(Comparator.comparingInt(Step::number))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The step of a number as typed, such as {@code 2} or {@code 02}.
     *
     * @throws UnknownStepException if there is none
     */
    public Step step(String number) {
        return steps.stream()
                .filter(step -> number.matches("0*" + step.number()))
                .findFirst()
                .orElseThrow(() -> new UnknownStepException("There is no step '%s': %s".formatted(number, whatThereIs())));
    }

    /**
     * The last step there is.
     *
     * @throws UnknownStepException if there is none at all
     */
    public Step latest() {
        if (steps.isEmpty()) {
            throw new UnknownStepException("There is no step: " + whatThereIs());
        }
        return steps.getLast();
    }

    /** The steps that another one stands on, the nearest first. */
    public List<Step> before(Step step) {
        return steps.stream().filter(other -> other.number() < step.number()).toList().reversed();
    }

    private String whatThereIs() {
        if (steps.isEmpty()) {
            return "%s has no folders like step-01-name; restore the tree with git.".formatted(root);
        }
        return steps.stream()
                .map(step -> Integer.toString(step.number()))
                .collect(Collectors.joining(", ", "use one of ", "."));
    }
}
