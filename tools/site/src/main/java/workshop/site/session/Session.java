package workshop.site.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import workshop.site.CourseException;

/**
 * A terminal session: commands that were typed and what they printed, as a {@code .session} file stores it. The format is our
 * own: recorders of terminals, such as asciinema, store when which bytes came, and not which command they belong to.
 *
 * @param file   where it is stored
 * @param solved the steps that are solved before it begins, such as {@code step-01}: {@code solved: step-01} in the file
 * @param parts  its parts, in order
 */
public record Session(Path file, List<String> solved, List<Part> parts) {
    /** The line that stands for any lines. */
    public static final String ANYTHING = "...";

    /** The terminal of a command that names none. */
    public static final String MAIN = "main";

    private static final Pattern SOLVED = Pattern.compile("solved:\\s*(\\S+)\\s*");
    private static final Pattern PART = Pattern.compile("==\\s+(\\S+)\\s*");
    private static final Pattern TYPED = Pattern.compile("(?:\\[([\\w-]+)]\\s+)?(?:\\$ |(?=\\^C\\s*$))(.+)");
    private static final Pattern LATER = Pattern.compile("\\[([\\w-]+)]\\s+(.*)");

    /**
     * A part, which a chapter can show.
     *
     * @param name         its name
     * @param interactions what happens in it, in order
     */
    public record Part(String name, List<Interaction> interactions) {
    }

    /**
     * Reads a session.
     *
     * @throws CourseException if it can't be read or is no session
     */
    public static Session read(Path file) {
        try {
            return new Parser(file).parse(Files.readAllLines(file));
        } catch (IOException e) {
            throw new CourseException("The session %s can't be read (%s): write it, or name another.".formatted(file, e), e);
        }
    }

    /**
     * {@return the part of a name}
     *
     * @throws CourseException if there is none
     */
    public Part part(String name) {
        return parts.stream().filter(part -> part.name().equals(name)).findFirst()
                .orElseThrow(() -> new CourseException("%s has no part '%s': use one of %s.".formatted(
                        file.getFileName(), name, parts.stream().map(Part::name).collect(Collectors.joining(", ")))));
    }

    /** {@return the interactions of all parts, in order} */
    public List<Interaction> interactions() {
        return parts.stream().flatMap(part -> part.interactions().stream()).toList();
    }

    private static final class Parser {
        private final Session session;
        private List<Interaction> interactions;
        private List<String> output;

        private Parser(Path file) {
            this.session = new Session(file, new ArrayList<>(), new ArrayList<>());
        }

        private Session parse(List<String> lines) {
            for (int i = 0; i < lines.size(); i++) {
                line(lines.get(i), i + 1);
            }
            endOutput();
            return session;
        }

        private void line(String line, int number) {
            Matcher part = PART.matcher(line);
            Matcher before = SOLVED.matcher(line);
            if (interactions == null && before.matches()) {
                session.solved.add(before.group(1));
            } else if (part.matches()) {
                endOutput();
                interactions = new ArrayList<>();
                session.parts.add(new Part(part.group(1), interactions));
            } else if (output != null || !(line.isBlank() || line.startsWith("#"))) {
                if (interactions == null) {
                    throw problem(number, "comes before the first part; begin with a line such as '== start'");
                }
                inPart(line, number);
            }
        }

        private void inPart(String line, int number) {
            Matcher typed = TYPED.matcher(line);
            Matcher later = LATER.matcher(line);
            if (typed.matches()) {
                begin(Optional.ofNullable(typed.group(1)).orElse(MAIN), typed.group(2).strip());
            } else if (later.matches() && isTerminal(later.group(1))) {
                if (interactions.isEmpty() || !interactions.getLast().command().isEmpty()
                        || !interactions.getLast().terminal().equals(later.group(1))) {
                    begin(later.group(1), "");
                }
                output.add(later.group(2));
            } else if (output == null) {
                throw problem(number, "is output without a command; begin it with '$ ' or with the name of a terminal");
            } else {
                output.add(line);
            }
        }

        /** Output may begin with a bracket, too: {@code [INFO]} of Maven, for example. */
        private boolean isTerminal(String name) {
            return session.interactions().stream().anyMatch(interaction -> interaction.terminal().equals(name));
        }

        private void begin(String terminal, String command) {
            endOutput();
            output = new ArrayList<>();
            interactions.add(new Interaction(terminal, command, output));
        }

        /** Blank lines below an output are not part of it. */
        private void endOutput() {
            while (output != null && !output.isEmpty() && output.getLast().isBlank()) {
                output.removeLast();
            }
            output = null;
        }

        private CourseException problem(int number, String what) {
            return new CourseException("%s, line %d, %s.".formatted(session.file.getFileName(), number, what));
        }
    }
}
