package workshop.companion.doctor;

/**
 * The client that leaves.
 *
 * @param programs the programs of the machine
 */
record CurlCheck(Programs programs) implements Check {
    private static final String SUBJECT = "curl";
    private static final String REMEDY =
            "Install it with the package manager of your system: without it, some tests are skipped.";

    @Override
    public Finding run() {
        return programs.run("curl", "--version")
                .map(ending -> ending.status() == 0
                        ? Finding.fine(SUBJECT, false, ending.firstLine().replaceFirst(" \\(.*", ""))
                        : Finding.wrong(SUBJECT, false, "fails: " + ending.firstLine(), REMEDY))
                .orElseGet(() -> Finding.wrong(SUBJECT, false, "is not on the PATH", REMEDY));
    }
}
