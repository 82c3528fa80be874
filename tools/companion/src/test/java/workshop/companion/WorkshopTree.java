package workshop.companion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import workshop.model.Step;
import workshop.model.Workshop;

/**
 * The tree of a small workshop, without any code, and that of this one.
 */
public final class WorkshopTree {
    /** The workshop that this program is a part of. */
    public static final Workshop THIS = Workshop.at(Path.of("../..").toAbsolutePath().normalize());

    private WorkshopTree() {
    }

    /** The steps of this workshop, for a test that holds for each. */
    public static List<Step> steps() {
        return THIS.steps();
    }

    /** Makes the tree of a workshop in an empty folder, with steps in folders of these names. */
    public static Workshop in(Path root, String... steps) throws IOException {
        Files.writeString(root.resolve("pom.xml"), "<project/>");
        for (String module : List.of("foundation/plumbing", "foundation/model", "foundation/testkit", "tools/lab", "tools/room",
                                     "tools/companion")) {
            module(root.resolve(module));
        }
        for (String step : steps) {
            module(root.resolve(step));
            module(root.resolve("solutions").resolve(step));
        }
        return Workshop.at(root);
    }

    private static void module(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("src/main/java"));
        Files.writeString(folder.resolve("pom.xml"), "<project/>");
    }
}
