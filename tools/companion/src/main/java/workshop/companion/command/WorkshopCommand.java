package workshop.companion.command;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * {@code workshop} alone: shows the status.
 */
@Command(name = "workshop", synopsisSubcommandLabel = "[COMMAND]",
         description = "The companion of the workshop \"When the client hangs up\". Without a command, it shows the status.")
public final class WorkshopCommand implements Callable<Integer> {
    private final StatusCommand status;

    @Option(names = {"-h", "--help"}, usageHelp = true, scope = ScopeType.INHERIT, description = "Shows this help.")
    private boolean help;

    public WorkshopCommand(StatusCommand status) {
        this.status = status;
    }

    @Override
    public Integer call() {
        return status.call();
    }
}
