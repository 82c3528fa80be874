package workshop.companion;

import picocli.CommandLine.ExitCode;

/**
 * A command can't do what it was asked to. The message is a sentence with a remedy, or has the lines that say why.
 */
public final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    /** Something is not as the command needs it. */
    public CommandFailure(String message) {
        this(message, ExitCode.SOFTWARE);
    }

    private CommandFailure(String message, int status) {
        super(message);
        this.status = status;
    }

    /** What was asked for does not exist. */
    public static CommandFailure ofUsage(String message) {
        return new CommandFailure(message, ExitCode.USAGE);
    }

    /** The status that the command ends with. */
    public int status() {
        return status;
    }
}
