package workshop.companion.command;

import java.io.UncheckedIOException;

import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;
import picocli.CommandLine;

import workshop.companion.CommandFailure;
import workshop.companion.CommandName;
import workshop.model.UnknownStepException;

/**
 * Says in one line what is wrong with a command and what to do, in place of picocli's usage text.
 */
public final class OneLineErrors implements IParameterExceptionHandler, IExecutionExceptionHandler {
    @Override
    public int handleParseException(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        if (e.getCause() instanceof UnknownStepException unknown) {
            return say(command, unknown.getMessage(), ExitCode.USAGE);
        }
        if (e instanceof UnmatchedArgumentException unmatched && command.getCommandName().equals("run")
                && unmatched.getUnmatched().getFirst().startsWith("-D")) {
            return say(command, "Options of the server's JVM stand behind --: "
                    + CommandName.with("run N -- " + unmatched.getUnmatched().getFirst()), ExitCode.USAGE);
        }
        boolean unknownCommand = e instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()
                && !command.getSubcommands().isEmpty();
        String message = unknownCommand
                ? "There is no command '%s': use one of %s."
                        .formatted(((UnmatchedArgumentException) e).getUnmatched().getFirst(),
                                   String.join(", ", command.getSubcommands().keySet()))
                : "%s. See %s --help".formatted(e.getMessage().replaceAll("\\R", " ").replaceFirst("\\.$", ""),
                                                  command.getCommandSpec().qualifiedName());
        return say(command, message, ExitCode.USAGE);
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult result) throws Exception {
        return switch (e) {
            case UnknownStepException unknown -> say(command, unknown.getMessage(), ExitCode.USAGE);
            case CommandFailure failure -> say(command, failure.getMessage(), failure.status());
            case UncheckedIOException failure -> say(command, "%s: check the disk and the rights, and run this again."
                    .formatted(failure.getMessage()), ExitCode.SOFTWARE);
            case ParameterException wrong -> handleParseException(wrong, new String[0]);
            default -> throw e;
        };
    }

    private static int say(CommandLine command, String message, int status) {
        command.getErr().println(message);
        command.getErr().flush();
        return status;
    }
}
