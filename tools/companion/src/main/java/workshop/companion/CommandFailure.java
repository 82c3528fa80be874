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

    /** One after which the command ends with this status. */
    public CommandFailure(String message, int status) {
        super(message);
        this.status = status;
    }

    public int status() {
        return status;
    }
}
