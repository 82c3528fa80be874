package workshop.site.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs the commands of a session for real, and tells what came of them.
 */
final class SessionRun implements AutoCloseable {
    private final Session session;
    private final Likeness likeness;
    private final boolean anew;
    private final Map<String, Terminal> terminals = new LinkedHashMap<>();

    /**
     * @param anew whether the output that is stored is to be replaced, so that there is none to wait for
     */
    SessionRun(Session session, Likeness likeness, boolean anew) {
        this.session = session;
        this.likeness = likeness;
        this.anew = anew;
    }

    /** The same session, each entry with the output of this run; where that is like the stored one, with the stored one. */
    Session run() throws IOException, InterruptedException {
        var parts = new ArrayList<Part>();
        int at = 0;
        for (Part part : session.parts()) {
            var entries = new ArrayList<Entry>();
            for (Entry entry : part.entries()) {
                List<String> observed = observe(entry, at++);
                boolean same = likeness.same(entry.output(), observed);
                entries.add(same ? entry : new Entry(entry.terminal(), entry.command(),
                                                     observed.stream().filter(line -> !line.startsWith("Picked up "))
                                                             .map(likeness::shown).toList(), entry.line()));
            }
            parts.add(new Part(part.name(), entries));
        }
        return new Session(session.file(), session.solved(), parts);
    }

    private List<String> observe(Entry entry, int at) throws IOException, InterruptedException {
        Terminal terminal = terminals.computeIfAbsent(entry.terminal(), name -> new Terminal(likeness.root(), likeness.environment()));
        if (entry.isInterrupt()) {
            terminal.interrupt();
            return terminal.untilTheEnd();
        }
        if (entry.isCommand()) {
            terminal.type(likeness.typed(entry.command()));
            if (!goesOn(entry, at)) {
                return terminal.untilTheEnd();
            }
        }
        return anew
                ? terminal.untilQuiet(line -> Likeness.counts(line) && !line.startsWith("Starting "))
                : terminal.until(lines -> !lines.isEmpty() && likeness.same(entry.output(), lines));
    }

    /** A command goes on if Ctrl-C is pressed in its terminal before the next one is typed there, or output comes later. */
    private boolean goesOn(Entry command, int at) {
        List<Entry> entries = session.entries();
        return entries.subList(at + 1, entries.size()).stream()
                .filter(entry -> entry.terminal().equals(command.terminal()))
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
