package workshop.companion.command;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * How a program ended.
 *
 * @param status    its exit status
 * @param firstLine the first line that it printed and that is not blank, or an empty text
 */
record ProgramRun(int status, String firstLine) {
    private static final int CAP_IN_SECONDS = 10;

    /** Runs a program of this machine to its end; there may be no such program. */
    static Optional<ProgramRun> of(String... command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            if (!process.waitFor(CAP_IN_SECONDS, TimeUnit.SECONDS)) { // both print a line or two: no pipe fills up
                process.destroyForcibly();
                return Optional.of(new ProgramRun(1, "no answer within %d seconds".formatted(CAP_IN_SECONDS)));
            }
            String line = process.inputReader().lines().filter(printed -> !printed.isBlank()).findFirst().orElse("");
            return Optional.of(new ProgramRun(process.exitValue(), line));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(new ProgramRun(1, "interrupted"));
        }
    }
}
