package workshop.companion.doctor;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * The client that leaves.
 *
 * @param version runs it, if it is there, to say its version
 */
record CurlCheck(Supplier<Optional<ProgramRun>> version) implements Check {
    private static final String SUBJECT = "curl";
    private static final String REMEDY =
            "Install it with the package manager of your system: without it, some tests are skipped.";

    @Override
    public Finding run() {
        return version.get()
                .map(ending -> ending.status() == 0
                        ? Finding.fine(SUBJECT, false, ending.firstLine().replaceFirst(" \\(.*", ""))
                        : Finding.wrong(SUBJECT, false, "fails: " + ending.firstLine(), REMEDY))
                .orElseGet(() -> Finding.wrong(SUBJECT, false, "is not on the PATH", REMEDY));
    }
}
