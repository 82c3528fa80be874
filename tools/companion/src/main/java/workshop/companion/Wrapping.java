package workshop.companion;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks text between words so that it fits in a number of columns. Colours take no column; a word that is too long stays
 * whole.
 */
final class Wrapping {
    private static final String COLOUR = "\u001b\\[[0-9;]*m";

    private Wrapping() {
    }

    static List<String> lines(String indent, String text, int width) {
        if (length(indent) + length(text) <= width) {
            return List.of(indent + text);
        }
        var lines = new ArrayList<String>();
        String own = text.substring(0, text.length() - text.stripLeading().length());
        var line = new StringBuilder(indent).append(own);
        boolean empty = true;
        for (String word : text.strip().split(" ")) {
            if (!empty && length(line) + 1 + length(word) > width) {
                lines.add(line.toString());
                line = new StringBuilder(indent).append(own);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        lines.add(line.toString());
        return lines;
    }

    private static int length(CharSequence text) {
        return text.toString().replaceAll(COLOUR, "").length();
    }
}
