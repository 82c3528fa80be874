package workshop.companion;

import java.io.PrintWriter;
import java.util.List;

import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;

/**
 * What a command prints to, with colours where they are wanted: on a terminal, and unless {@code NO_COLOR} is set.
 *
 * @param out  the result
 * @param err  the progress on the way to it, and errors
 * @param ansi whether there are colours
 */
record Screen(PrintWriter out, PrintWriter err, Ansi ansi) {
    void line(String text) {
        out.println(text);
        out.flush();
    }

    void lines(String indent, List<String> texts) {
        texts.forEach(text -> line(indent + text));
    }

    void progress(String text) {
        err.println(text);
        err.flush();
    }

    String good(String text) {
        return styled(text, Style.fg_green);
    }

    String bad(String text) {
        return styled(text, Style.fg_red);
    }

    String faint(String text) {
        return styled(text, Style.faint);
    }

    String strong(String text) {
        return styled(text, Style.bold);
    }

    private String styled(String text, IStyle style) {
        return CommandLine.Help.defaultColorScheme(ansi).apply(text, List.of(style)).toString();
    }
}
