package workshop.companion.program;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * The ports that there are.
 */
final class PortRange {
    private static final int LARGEST = 65_535;

    private PortRange() {
    }

    /**
     * Refuses a number that no port has, before anything is built for it.
     *
     * @throws ParameterException if the command's {@code --port} is such a number
     */
    static void check(int port, CommandSpec command) {
        if (port < 0 || port > LARGEST) {
            throw new ParameterException(command.commandLine(), "--port=%d is out of range: use 1 to %d, or 0 for any that is free."
                    .formatted(port, LARGEST));
        }
    }
}
