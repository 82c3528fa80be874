package workshop.companion.doctor;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Docker, and whether it runs.
 *
 * @param version runs it, if it is there, to say the version of its server
 */
record DockerCheck(Supplier<Optional<ProgramRun>> version) implements Check {
    private static final String SUBJECT = "Docker";
    private static final String INSTALL = "Install it from https://docs.docker.com if you want it: without, the tests in containers are skipped.";

    @Override
    public Finding run() {
        return version.get()
                .map(ending -> ending.status() == 0
                        ? Finding.fine(SUBJECT, false, "version " + ending.firstLine())
                        : Finding.wrong(SUBJECT, false, "does not run: " + ending.firstLine(),
                                        "Start it if you want it: without, the tests in containers are skipped."))
                .orElseGet(() -> Finding.wrong(SUBJECT, false, "is not on the PATH", INSTALL));
    }
}
