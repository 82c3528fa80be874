package workshop.companion.work;

import java.nio.file.Path;

/**
 * The folder in which the companion keeps what it has to remember: {@code .workshop} in the root of the workshop. Neither
 * git nor {@code mvnw clean} touches it.
 *
 * @param path where it is
 */
public record WorkFolder(Path path) {
    /**
     * @param root the root of the workshop
     * @return its folder; it may be absent
     */
    public static WorkFolder in(Path root) {
        return new WorkFolder(root.resolve(".workshop"));
    }
}
