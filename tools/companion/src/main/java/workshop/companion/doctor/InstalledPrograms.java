package workshop.companion.doctor;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The programs on the {@code PATH} of this machine.
 */
final class InstalledPrograms implements Programs {
    private static final int CAP_IN_SECONDS = 10;

    @Override
    public Optional<Ending> run(String... command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            if (!process.waitFor(CAP_IN_SECONDS, TimeUnit.SECONDS)) { // both print a line or two: no pipe fills up
                process.destroyForcibly();
                return Optional.of(new Ending(1, "no answer within %d seconds".formatted(CAP_IN_SECONDS)));
            }
            String line = process.inputReader().lines().filter(printed -> !printed.isBlank()).findFirst().orElse("");
            return Optional.of(new Ending(process.exitValue(), line));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(new Ending(1, "interrupted"));
        }
    }
}
