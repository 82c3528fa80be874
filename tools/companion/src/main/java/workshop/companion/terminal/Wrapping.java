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

    /**
     * @param indent what the first line begins with; the others have as many spaces
     */
    static List<String> lines(String indent, String text, int width) {
        if (columns(indent + text) <= width) {
            return List.of(indent + text);
        }
        String line = indent + text.substring(0, text.length() - text.stripLeading().length());
        String margin = " ".repeat(columns(line));
        var lines = new ArrayList<String>();
        String[] words = text.strip().split(" ");
        line += words[0];
        for (String word : List.of(words).subList(1, words.length)) {
            if (columns(line + " " + word) > width) {
                lines.add(line);
                line = margin + word;
            } else {
                line += " " + word;
            }
        }
        lines.add(line);
        return lines;
    }

    /** Colours take none. */
    static int columns(String text) {
        return AttributedString.fromAnsi(text).columnLength();
    }
}
