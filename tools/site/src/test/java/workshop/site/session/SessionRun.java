package workshop.site.session;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import workshop.testkit.client.CtrlC;

/**
 * Runs the commands of a session for real, and tells what came of them.
 */
final class SessionRun implements AutoCloseable {
    private final Session session;
    private final Likeness likeness;
    private final boolean anew;
    private final Map<String, Terminal> terminals = new LinkedHashMap<>();

    /** Anew, where the output that is stored is to be replaced, so that there is none to wait for. */
    SessionRun(Session session, Likeness likeness, boolean anew) {
        this.session = session;
        this.likeness = likeness;
        this.anew = anew;
    }

    /** The same session, each interaction with the output of this run; where that is like the stored one, with the stored one. */
    Session run() throws IOException, InterruptedException {
        if (session.interactions().stream().anyMatch(Interaction::isInterrupt)) {
            CtrlC.assumeHeard();
        }
        var parts = new ArrayList<Session.Part>();
        int at = 0;
        for (Session.Part part : session.parts()) {
            var interactions = new ArrayList<Interaction>();
            for (Interaction interaction : part.interactions()) {
                List<String> observed = observe(interaction, at++);
                boolean same = likeness.same(interaction.output(), observed);
                List<String> output = observed.stream().filter(line -> line.isBlank() || Likeness.counts(line))
                        .map(likeness::shown).map(String::stripTrailing).toList();
                interactions.add(same ? interaction : new Interaction(interaction.terminal(), interaction.command(), output));
            }
            parts.add(new Session.Part(part.name(), interactions));
        }
        return new Session(session.file(), session.solved(), parts);
    }

    private List<String> observe(Interaction interaction, int at) throws IOException, InterruptedException {
        Terminal terminal = terminals.computeIfAbsent(interaction.terminal(), name -> new Terminal(likeness.root(), likeness.environment()));
        if (interaction.isInterrupt()) {
            terminal.interrupt();
            return terminal.untilTheEnd();
        }
        if (interaction.isCommand()) {
            terminal.type(likeness.typed(interaction.command()));
            if (!goesOn(interaction, at)) {
                return terminal.untilTheEnd();
            }
        }
        return anew
                ? terminal.untilQuiet(line -> Likeness.counts(line) && !line.startsWith("Starting "))
                : terminal.until(lines -> !lines.isEmpty() && likeness.same(interaction.output(), lines));
    }

    /** A command goes on if Ctrl-C is pressed in its terminal before the next one is typed there, or output comes later. */
    private boolean goesOn(Interaction command, int at) {
        List<Interaction> interactions = session.interactions();
        return interactions.subList(at + 1, interactions.size()).stream()
                .filter(interaction -> interaction.terminal().equals(command.terminal()))
                .findFirst()
                .map(next -> !next.isCommand())
                .orElse(false);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        for (Terminal terminal : terminals.values()) {
            terminal.close();
        }
    }
}
