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
public record Session(Path file, List<String> solved, List<SessionPart> parts) {
    /** The line that stands for any lines. */
    public static final String ANYTHING = "...";

    private static final String MAIN = "main";
    private static final Pattern SOLVED = Pattern.compile("solved:\\s*(\\S+)\\s*");
    private static final Pattern PART = Pattern.compile("==\\s+(\\S+)\\s*");
    private static final Pattern COMMAND = Pattern.compile("(?:\\[([\\w-]+)]\\s+)?\\$ (.+)");
    private static final Pattern INTERRUPT = Pattern.compile("(?:\\[([\\w-]+)]\\s+)?\\^C\\s*");
    private static final Pattern LATER = Pattern.compile("\\[([\\w-]+)]\\s+(.*)");

    /**
     * Reads a session.
     *
     * @param file the file
     * @return the session
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
     * @param name the name of a part
     * @return the part
     * @throws CourseException if there is none
     */
    public SessionPart part(String name) {
        return parts.stream().filter(part -> part.name().equals(name)).findFirst()
                .orElseThrow(() -> new CourseException("%s has no part '%s': use one of %s.".formatted(
                        file.getFileName(), name, parts.stream().map(SessionPart::name).collect(Collectors.joining(", ")))));
    }

    /** {@return the interactions of all parts, in order} */
    public List<Interaction> interactions() {
        return parts.stream().flatMap(part -> part.interactions().stream()).toList();
    }

    private static final class Parser {
        private final Path file;
        private final List<String> solved = new ArrayList<>();
        private final List<SessionPart> parts = new ArrayList<>();
        private List<Interaction> interactions;
        private List<String> output;

        private Parser(Path file) {
            this.file = file;
        }

        private Session parse(List<String> lines) {
            for (int i = 0; i < lines.size(); i++) {
                line(lines.get(i), i + 1);
            }
            return new Session(file, List.copyOf(solved), parts.stream().map(Parser::withoutBlankEnds).toList());
        }

        private void line(String line, int number) {
            Matcher part = PART.matcher(line);
            Matcher before = SOLVED.matcher(line);
            if (interactions == null && before.matches()) {
                solved.add(before.group(1));
            } else if (part.matches()) {
                interactions = new ArrayList<>();
                output = null;
                parts.add(new SessionPart(part.group(1), interactions));
            } else if (output != null || !(line.isBlank() || line.startsWith("#"))) {
                if (interactions == null) {
                    throw problem(number, "comes before the first part; begin with a line such as '== start'");
                }
                inPart(line, number);
            }
        }

        private void inPart(String line, int number) {
            Matcher command = COMMAND.matcher(line);
            Matcher interrupt = INTERRUPT.matcher(line);
            Matcher later = LATER.matcher(line);
            if (command.matches()) {
                add(command.group(1), command.group(2).strip(), number);
            } else if (interrupt.matches()) {
                add(interrupt.group(1), Interaction.INTERRUPT, number);
            } else if (later.matches() && isTerminal(later.group(1))) {
                if (interactions.isEmpty() || !interactions.getLast().command().isEmpty()
                        || !interactions.getLast().terminal().equals(later.group(1))) {
                    add(later.group(1), "", number);
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
            return parts.stream().flatMap(part -> part.interactions().stream()).anyMatch(interaction -> interaction.terminal().equals(name));
        }

        private void add(String terminal, String command, int number) {
            output = new ArrayList<>();
            interactions.add(new Interaction(Optional.ofNullable(terminal).orElse(MAIN), command, output, number));
        }

        private CourseException problem(int number, String what) {
            return new CourseException("%s, line %d, %s.".formatted(file.getFileName(), number, what));
        }

        private static SessionPart withoutBlankEnds(SessionPart part) {
            return new SessionPart(part.name(), part.interactions().stream()
                    .map(interaction -> new Interaction(interaction.terminal(), interaction.command(), withoutBlankEnd(interaction.output()), interaction.line()))
                    .toList());
        }

        private static List<String> withoutBlankEnd(List<String> lines) {
            int end = lines.size();
            while (end > 0 && lines.get(end - 1).isBlank()) {
                end--;
            }
            return List.copyOf(lines.subList(0, end));
        }
    }
}
