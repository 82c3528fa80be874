package workshop.companion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The tree of a small workshop, without any code.
 */
public final class WorkshopTree {
    private WorkshopTree() {
    }

    /**
     * Makes the tree in an empty folder.
     *
     * @param root  the folder
     * @param steps the names of the steps' folders
     * @return the folder
     * @throws IOException if it can't be written to
     */
    public static Path in(Path root, String... steps) throws IOException {
        Files.writeString(root.resolve("pom.xml"), "<project/>");
        for (String module : new String[] {"foundation/plumbing", "foundation/model", "foundation/testkit", "tools/lab", "tools/companion"}) {
            module(root.resolve(module));
        }
        for (String step : steps) {
            module(root.resolve(step));
            module(root.resolve("solutions").resolve(step));
        }
        return root;
    }

    private static void module(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("src/main/java"));
        Files.writeString(folder.resolve("pom.xml"), "<project/>");
    }
}
