package workshop.companion.doctor;

import java.util.Optional;

/**
 * The programs of a machine.
 */
@FunctionalInterface
interface Programs {
    /**
     * How a program ended.
     *
     * @param status    its exit status
     * @param firstLine the first line that it printed and that is not blank, or an empty text
     */
    record Ending(int status, String firstLine) {
    }

    /**
     * Runs a program to its end.
     *
     * @param command the program and its arguments
     * @return how it ended, or nothing if there is no such program
     */
    Optional<Ending> run(String... command);
}
