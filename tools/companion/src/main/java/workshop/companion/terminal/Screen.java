package workshop.companion.terminal;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jline.utils.AttributedString;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine;

/**
 * What a command prints to, with colours where they are wanted: on a terminal, and unless {@code NO_COLOR} is set.
 *
 * @param out   the result
 * @param err   the progress on the way to it, and errors
 * @param ansi  whether there are colours
 * @param width how many columns there are: on a terminal those that it has now, else as many as a line needs
 */
public record Screen(PrintWriter out, PrintWriter err, Ansi ansi, IntSupplier width) {
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    /** What a terminal does not show of a link. */
    private static final Pattern TARGET = Pattern.compile("\u001b]8;;[^\u001b]*\u001b\\\\");

    /** The one of this process. */
    public static Screen ofThisProcess() {
        return new Screen(new PrintWriter(System.out, true), new PrintWriter(System.err, true), Ansi.AUTO,
                          () -> Console.Columns.OF_THIS_PROCESS);
    }

    public void line(String text) {
        out.println(text);
        out.flush();
    }

    public void lines(String indent, List<String> texts) {
        texts.forEach(text -> wrapped(indent, text));
    }

    /**
     * A line that is broken between words where the terminal is too narrow; a word that is too long stays whole. What follows
     * stands below the text, not below the indent. Our own, since JLine breaks at columns only, and picocli's tables pad their
     * lines with spaces and break at hyphens, too.
     */
    public void wrapped(String indent, String text) {
        String line = indent + text;
        if (columns(line) > width.getAsInt()) {
            String[] words = text.strip().split(" ");
            line = indent + text.substring(0, text.length() - text.stripLeading().length());
            String margin = " ".repeat(columns(line));
            line += words[0];
            for (String word : List.of(words).subList(1, words.length)) {
                if (columns(line + " " + word) > width.getAsInt()) {
                    line(line);
                    line = margin + word;
                } else {
                    line += " " + word;
                }
            }
        }
        line(line);
    }

    /** The lines that something prints, before they are shown. */
    public List<String> linesOf(Consumer<Screen> text) {
        var written = new StringWriter();
        var writer = new PrintWriter(written);
        text.accept(new Screen(writer, writer, ansi, width));
        return written.toString().lines().toList();
    }

    /** How many rows lines take, some of which may be longer than the screen is wide. */
    public int rows(List<String> lines) {
        return lines.stream().mapToInt(line -> Math.max(1, Math.ceilDiv(columns(line), width.getAsInt()))).sum();
    }

    public void progress(String text) {
        err.println(text);
        err.flush();
    }

    public String good(String text) {
        return styled(text, Style.fg_green);
    }

    public String bad(String text) {
        return styled(text, Style.fg_red);
    }

    public String faint(String text) {
        return styled(text, Style.faint);
    }

    public String strong(String text) {
        return styled(text, Style.bold);
    }

    /** A text whose code is in backticks: where there are colours, it stands out by one. */
    public String withCode(String text) {
        return ansi.enabled() ? CODE.matcher(text).replaceAll(code -> Matcher.quoteReplacement(styled(code.group(1), Style.fg_cyan))) : text;
    }

    /** A text that leads to a file, by the sequence OSC 8, which a terminal without links leaves out; only where there are colours. */
    public String link(URI target, String text) {
        return ansi.enabled() ? "\u001b]8;;%s\u001b\\%s\u001b]8;;\u001b\\".formatted(target, text) : text;
    }

    private String styled(String text, IStyle style) {
        return CommandLine.Help.defaultColorScheme(ansi).apply(text, List.of(style)).toString();
    }

    /** Colours and targets take none. */
    private static int columns(String text) {
        return AttributedString.fromAnsi(TARGET.matcher(text).replaceAll("")).columnLength();
    }
}
