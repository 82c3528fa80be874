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
        for (Session.Part part : session.parts()) {
            lines.add("== " + part.name());
            part.interactions().forEach(interaction -> lines.addAll(of(interaction)));
        }
        return String.join("\n", lines) + "\n";
    }

    /** The file with what has changed in the parts. */
    static String updated(Path file, Session session) throws IOException {
        List<String> head = Files.readAllLines(file).stream().takeWhile(line -> !line.startsWith("== ")).toList();
        return (head.isEmpty() ? "" : String.join("\n", head) + "\n") + of(session);
    }

    private static List<String> of(Interaction interaction) {
        String terminal = "[" + interaction.terminal() + "] ";
        var lines = new ArrayList<String>();
        if (interaction.isInterrupt()) {
            lines.add(terminal + Interaction.INTERRUPT);
        } else if (interaction.isCommand()) {
            lines.add(terminal + "$ " + interaction.command());
        }
        interaction.output().forEach(line -> lines.add(interaction.command().isEmpty() ? terminal + line : line));
        return lines;
    }
}
