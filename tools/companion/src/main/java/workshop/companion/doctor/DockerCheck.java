package workshop.companion.doctor;

/**
 * Docker, and whether it runs.
 *
 * @param programs the programs of the machine
 */
record DockerCheck(Programs programs) implements Check {
    private static final String SUBJECT = "Docker";
    private static final String INSTALL = "Install it from https://docs.docker.com if you want it: without, the tests in containers are skipped.";

    @Override
    public Finding run() {
        return programs.run("docker", "version", "--format", "{{.Server.Version}}")
                .map(ending -> ending.status() == 0
                        ? Finding.fine(SUBJECT, false, "version " + ending.firstLine())
                        : Finding.wrong(SUBJECT, false, "does not run: " + ending.firstLine(),
                                        "Start it if you want it: without, the tests in containers are skipped."))
                .orElseGet(() -> Finding.wrong(SUBJECT, false, "is not on the PATH", INSTALL));
    }
}
