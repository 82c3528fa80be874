package workshop.site.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A session as the text of its file.
 */
final class SessionText {
    private SessionText() {
    }

    /** The parts, without the comments and all that is before them. */
    static String of(Session session) {
        var lines = new ArrayList<String>();
        for (Part part : session.parts()) {
            lines.add("== " + part.name());
            part.entries().forEach(entry -> lines.addAll(of(entry)));
        }
        return String.join("\n", lines) + "\n";
    }

    /** The file with what has changed in the parts. */
    static String updated(Path file, Session session) throws IOException {
        List<String> head = Files.readAllLines(file).stream().takeWhile(line -> !line.startsWith("== ")).toList();
        return (head.isEmpty() ? "" : String.join("\n", head) + "\n") + of(session);
    }

    private static List<String> of(Entry entry) {
        String terminal = "[" + entry.terminal() + "] ";
        var lines = new ArrayList<String>();
        if (entry.isInterrupt()) {
            lines.add(terminal + Entry.INTERRUPT);
        } else if (entry.isCommand()) {
            lines.add(terminal + "$ " + entry.command());
        }
        entry.output().forEach(line -> lines.add(entry.command().isEmpty() ? terminal + line : line));
        return lines;
    }
}
