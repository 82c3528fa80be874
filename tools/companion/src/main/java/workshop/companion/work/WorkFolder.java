package workshop.companion.work;

import java.nio.file.Path;

/**
 * The folder in which the companion keeps what it has to remember: {@code .workshop} in the root of the workshop. Neither
 * git nor {@code mvnw clean} touches it.
 */
public final class WorkFolder {
    private WorkFolder() {
    }

    /** The folder for a workshop with this root; it may be absent. */
    public static Path in(Path root) {
        return root.resolve(".workshop");
    }
}
