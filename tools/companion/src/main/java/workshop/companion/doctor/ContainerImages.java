package workshop.companion.doctor;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import workshop.testkit.container.Engine;
import workshop.testkit.container.Image;
import workshop.testkit.container.ImageNotBuiltException;

/**
 * The images of the tests in containers. Each run of the tests builds what is not there, and removes it again; so many
 * people in one room build them ahead.
 */
final class ContainerImages {
    private static final String SUBJECT = "image";

    private ContainerImages() {
    }

    /** Builds those that are not there, and keeps them; returns what is there then. */
    static List<Finding> keep() {
        return withEngine(() -> Arrays.stream(Image.values()).map(ContainerImages::keep).toList());
    }

    /** Removes those that are there; returns what was removed. */
    static List<Finding> remove() {
        return withEngine(() -> Image.removeKept().stream()
                .map(image -> Finding.fine(SUBJECT, true, image + " is removed"))
                .toList());
    }

    private static Finding keep(Image image) {
        try {
            return Finding.fine(SUBJECT, true, image.keep());
        } catch (ImageNotBuiltException e) {
            return Finding.wrong(SUBJECT, true, e.getMessage(), "Look whether the network is there, and run this again.");
        }
    }

    private static List<Finding> withEngine(Supplier<List<Finding>> action) {
        Optional<String> absence = Engine.absence();
        return absence.map(why -> List.of(Finding.wrong("Docker", true, why, "Start it, and run this again.")))
                .orElseGet(action);
    }
}
