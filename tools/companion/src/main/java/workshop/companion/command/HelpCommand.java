package workshop.companion.command;

import java.util.List;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * {@code workshop help}: what {@code --help} shows. Our own, since picocli's has an option {@code --help} that it refuses to inherit.
 */
@Command(name = "help", helpCommand = true, description = "Shows this help, or the help of a command.")
public final class HelpCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "COMMAND", arity = "0..1", description = "The command; all of them if left out.")
    private String name;

    @Override
    public void run() {
        CommandLine all = spec.parent().commandLine();
        CommandLine command = name == null ? all : all.getSubcommands().get(name);
        if (command == null) {
            throw new UnmatchedArgumentException(all, List.of(name));
        }
        command.usage(command.getOut());
    }
}
