package workshop.testkit.exercise;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The modules that a build of Maven names with {@code -pl}, and a build in a step's own folder with it. The root POM hands them
 * to the tests, as Maven takes them: a path from the root, or {@code group:artifact}.
 *
 * @param root      the root of the workshop
 * @param selectors what is named; none if everything is built
 */
record NamedModules(Path root, List<String> selectors) {
    /** What Maven leaves where a list has no further entry. */
    private static final String ABSENT = "${";

    /** Those of this JVM's build; none where no Maven has started it. */
    static NamedModules ofThisBuild() {
        return of(Path.of(System.getProperty("workshop.root", "")), System.getProperty("workshop.named", ""));
    }

    static NamedModules of(Path root, String selectors) {
        return new NamedModules(root, Arrays.stream(selectors.split(" "))
                .filter(selector -> !selector.isBlank() && !selector.startsWith(ABSENT))
                .toList());
    }

    /** Whether nothing is named: everything is built. */
    boolean isEmpty() {
        return selectors.isEmpty();
    }

    /** Whether a module is among them, by its folder, whose name is the name of its artifact where it is a step's. */
    boolean contains(Path folder) {
        return selectors.stream().anyMatch(selector -> {
            int colon = selector.lastIndexOf(':');
            return colon < 0 || Path.of(selector).isAbsolute()
                    ? root.resolve(selector).normalize().equals(folder)
                    : selector.substring(colon + 1).equals(folder.getFileName().toString());
        });
    }
}
