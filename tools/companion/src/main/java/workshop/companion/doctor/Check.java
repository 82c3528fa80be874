package workshop.companion.doctor;

import java.nio.file.Path;
import java.util.List;

/**
 * Looks for one thing that the workshop needs.
 */
@FunctionalInterface
public interface Check {
    /** Looks; returns what it found. */
    Finding run();

    /** The checks of this machine, for a workshop with this root, in the order to show them. */
    static List<Check> ofThisMachine(Path root) {
        return List.of(JdkCheck.ofThisProcess(),
                       new WriteCheck(root),
                       new CurlCheck(() -> ProgramRun.of("curl", "--version")),
                       new DockerCheck(() -> ProgramRun.of("docker", "version", "--format", "{{.Server.Version}}")),
                       new PortCheck(8080));
    }
}
