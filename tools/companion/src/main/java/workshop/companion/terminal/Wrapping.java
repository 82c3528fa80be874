package workshop.companion.terminal;

import java.util.ArrayList;
import java.util.List;

import org.jline.utils.AttributedString;

/**
 * Breaks text between words so that it fits in a number of columns. A word that is too long stays whole. Our own, since JLine
 * breaks at columns only, and picocli's tables pad their lines with spaces and break at hyphens, too.
 */
final class Wrapping {
    private Wrapping() {
    }

    static List<String> lines(String indent, String text, int width) {
        if (columns(indent + text) <= width) {
            return List.of(indent + text);
        }
        var lines = new ArrayList<String>();
        String margin = indent + text.substring(0, text.length() - text.stripLeading().length());
        String line = "";
        for (String word : text.strip().split(" ")) {
            String longer = line.isEmpty() ? margin + word : line + " " + word;
            if (!line.isEmpty() && columns(longer) > width) {
                lines.add(line);
                longer = margin + word;
            }
            line = longer;
        }
        lines.add(line);
        return lines;
    }

    /** Colours take none. */
    private static int columns(String text) {
        return AttributedString.fromAnsi(text).columnLength();
    }
}
